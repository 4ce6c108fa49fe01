package medic.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.http.HttpStatus;

/** Collects one body as it comes, and then lets the request go on, or refuses it. */
final class BodyReceiver implements ReadListener, AsyncListener {

  private static final int BUFFER_BYTES = 8 * 1024;

  private final AsyncContext async;
  private final ServletInputStream in;
  private final BodySpace space;
  private final Consumer<byte[]> whole;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
  private final AtomicBoolean over = new AtomicBoolean();

  BodyReceiver(AsyncContext async, ServletInputStream in, BodySpace space, Consumer<byte[]> whole) {
    this.async = async;
    this.in = in;
    this.space = space;
    this.whole = whole;
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (!over.get() && in.isReady()) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      take(buffer, read);
    }
  }

  private void take(byte[] buffer, int read) {
    int before = body.size();
    if (before + read > BodyFilter.MAX_BYTES) {
      refuse(HttpStatus.CONTENT_TOO_LARGE);
    } else if (!space.grow(before, before + read)) {
      refuse(HttpStatus.SERVICE_UNAVAILABLE);
    } else {
      body.write(buffer, 0, read);
    }
  }

  @Override
  public void onAllDataRead() {
    if (end()) {
      whole.accept(body.toByteArray());
      async.dispatch();
    }
  }

  /** The client went away, or its chunks cannot be read. */
  @Override
  public void onError(Throwable failure) {
    if (failure instanceof ClientAbortException) {
      if (end()) {
        async.complete();
      }
    } else {
      boolean isLate = failure instanceof SocketTimeoutException;
      refuse(isLate ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    refuse(HttpStatus.REQUEST_TIMEOUT);
  }

  @Override
  public void onError(AsyncEvent event) {
    onError(event.getThrowable() == null ? new IOException() : event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // the endpoint's own business
  }

  private void refuse(HttpStatus status) {
    if (!end()) {
      return;
    }
    try {
      HttpServletResponse response = (HttpServletResponse) async.getResponse();
      response.setHeader("Connection", "close"); // the rest of the body is not waited for
      Problems.write(response, Problems.ofStatus(status));
    } catch (IOException clientIsGone) {
      // then nobody needs to be told
    }
    async.complete();
  }

  private boolean end() {
    boolean first = over.compareAndSet(false, true);
    if (first) {
      space.release(body.size());
    }
    return first;
  }
}
