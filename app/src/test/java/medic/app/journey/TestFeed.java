package medic.app.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An iCalendar feed on loopback, which says what a test wants it to say. */
public final class TestFeed implements AutoCloseable {

  private static final String EMPTY =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n%sEND:VCALENDAR\r\n";

  private final HttpServer server;
  private final AtomicInteger unchanged = new AtomicInteger();
  private volatile String text = EMPTY.formatted("");
  private volatile int status = 200;
  private volatile String authorization = "";

  private TestFeed(HttpServer server) {
    this.server = server;
  }

  public static TestFeed start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestFeed feed = new TestFeed(server);
      server.createContext("/", feed::answer);
      server.start();
      return feed;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String etag = "\"" + text.hashCode() + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      unchanged.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
    } else if (status >= 300 && status < 400) {
      exchange.getResponseHeaders().set("Location", text);
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/duty.ics";
  }

  /** As whoever it was last asked by says to be. */
  public String authorization() {
    return authorization;
  }

  /** Says these entries from now on: components as iCalendar text. */
  public void says(String... entries) {
    text = EMPTY.formatted(String.join("", entries));
  }

  public void saysRaw(String other) {
    text = other;
  }

  public void answers(int other) {
    status = other;
  }

  public int unchanged() {
    return unchanged.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
