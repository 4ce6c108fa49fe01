package medic.sagas.calendars.remote.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  /** Where a feed redirects to is not who the doctor gave the password for. */
  @Test
  void saysWhoItIsToTheAddressAloneAndNotToWhereThatLeads() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", exchange -> answer(exchange, asked, 200, ""));
    other.start();
    String elsewhere = "http://evil:evil@localhost:" + other.getAddress().getPort() + "/b";
    server.createContext("/moved", exchange -> answer(exchange, asked, 302, "/still-here"));
    server.createContext("/still-here", exchange -> answer(exchange, asked, 302, elsewhere));
    try (FeedFetcher fetcher = new FeedFetcher(new FeedRules(true), Duration.ofSeconds(20))) {
      fetcher.fetch(
          "http://ada:w%3Ard@localhost:" + server.getAddress().getPort() + "/moved", null);
    } finally {
      other.stop(0);
    }
    String ada =
        "Basic " + Base64.getEncoder().encodeToString("ada:w:rd".getBytes(StandardCharsets.UTF_8));
    assertThat(asked).containsExactly("/moved " + ada, "/still-here " + ada, "/b null");
  }

  private static void answer(HttpExchange exchange, List<String> asked, int status, String location)
      throws IOException {
    asked.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
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
