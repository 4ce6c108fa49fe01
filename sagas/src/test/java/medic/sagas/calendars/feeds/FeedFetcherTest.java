package medic.sagas.calendars.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import medic.sagas.calendars.remote.RemoteFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedFetcherTest {

  private static final int BYTES = 50;

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FeedFetcherTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::drip);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** A byte at a time: each comes soon enough, and all of them late. */
  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, BYTES);
    try {
      for (int n = 0; n < BYTES && !over.await(100, TimeUnit.MILLISECONDS); n++) {
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void givesUpAFeedThatDrips() throws IOException {
    try (FeedFetcher fetcher = new FeedFetcher(new FeedRules(true), Duration.ofMillis(500))) {
      RemoteFailure failure =
          catchThrowableOfType(
              RemoteFailure.class,
              () -> fetcher.fetch("http://localhost:" + server.getAddress().getPort() + "/", null));

      assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.UNAVAILABLE);
    }
  }
}
