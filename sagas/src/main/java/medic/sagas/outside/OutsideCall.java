package medic.sagas.outside;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * A call under way. Time-outs of a request or of a socket would not do: they begin anew with every
 * byte, and a body may drip for ever.
 */
public final class OutsideCall implements AutoCloseable {

  private final CloseableHttpClient http;
  private final CompletableFuture<Void> timer;
  private @Nullable HttpUriRequestBase request;
  private boolean givenUp;

  OutsideCall(CloseableHttpClient http, Duration longest) {
    this.http = http;
    Executor later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
    this.timer = CompletableFuture.runAsync(this::giveUp, later);
  }

  /**
   * Sends a request and reads its answer, whatever its status.
   *
   * @throws OutOfBoundsException when the host is not one that may be called
   * @throws TooLateException when the call's time is over
   * @throws IOException when there is no answer
   */
  public <T> T send(HttpUriRequestBase next, HttpClientResponseHandler<T> reader)
      throws IOException {
    goOn(next);
    try {
      return http.execute(next, reader);
    } catch (IOException failed) {
      throw isGivenUp() ? new TooLateException() : failed;
    }
  }

  private synchronized void goOn(HttpUriRequestBase next) throws TooLateException {
    if (givenUp) {
      throw new TooLateException();
    }
    request = next;
  }

  private synchronized void giveUp() {
    givenUp = true;
    if (request != null) {
      request.cancel();
    }
  }

  private synchronized boolean isGivenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    timer.cancel(false);
  }
}
