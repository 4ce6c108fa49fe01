package medic.fakegoogle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, on loopback only. What it holds is in memory and gone when it ends. */
public final class FakeGoogle implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FakeGoogle.class);
  private static final int THREADS = 16;

  /** Without it an answer may wait 40 ms for an acknowledgement of its first part. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final ExecutorService pushes = Executors.newFixedThreadPool(2);
  private final InjectedFaults faults = new InjectedFaults();
  private final ControlApi control;
  private final List<Function<ReceivedCall, @Nullable Reply>> apis;

  private FakeGoogle(HttpServer server, Clock clock, RandomGenerator random) {
    this.server = server;
    Names names = new Names(random);
    Grants grants = new Grants(names, clock);
    OAuth oauth = new OAuth(grants);
    Channels channels = new Channels(names, clock, pushes);
    Accounts accounts = new Accounts(names, clock, channels::changed);
    control = new ControlApi(accounts, grants, channels, oauth, faults);
    apis = List.of(oauth::answer, new CalendarApi(accounts, grants, channels)::answer);
  }

  /**
   * Starts it.
   *
   * @param port 0 takes any that is free
   * @throws IOException when the port is taken
   */
  public static FakeGoogle start(int port, Clock clock, RandomGenerator random) throws IOException {
    System.setProperty(NO_DELAY, "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    FakeGoogle fake = new FakeGoogle(server, clock, random);
    server.createContext("/", fake::handle);
    server.setExecutor(fake.workers);
    server.start();
    return fake;
  }

  /** The root URL that the real client is given in place of Google's. */
  public URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) {
    try {
      Reply reply = answer(new ReceivedCall(exchange));
      if (reply == null) {
        exchange.close();
      } else {
        reply.send(exchange);
      }
    } catch (IOException | UncheckedIOException gone) {
      LOG.debug("the client has gone", gone);
      exchange.close();
    }
  }

  private @Nullable Reply answer(ReceivedCall call) {
    try {
      Reply controlled = control.answer(call);
      if (controlled != null) {
        return controlled;
      }
      Thread.sleep(faults.latency().toMillis());
      Optional<InjectedFaults.Fault> fault = faults.next(call);
      if (fault.isPresent()) {
        if (fault.get().after()) {
          answered(call);
        }
        return failed(fault.get());
      }
      return answered(call);
    } catch (ApiError refused) {
      return Reply.of(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException bug) {
      LOG.error("the fake failed", bug);
      return Reply.of(new ApiError(500, "backendError", "Backend Error"));
    }
  }

  private Reply answered(ReceivedCall call) {
    for (Function<ReceivedCall, @Nullable Reply> api : apis) {
      Reply reply = api.apply(call);
      if (reply != null) {
        return reply;
      }
    }
    throw ApiError.notFound();
  }

  private static @Nullable Reply failed(InjectedFaults.Fault fault) {
    if (fault.status() == InjectedFaults.NO_ANSWER) {
      return null;
    }
    Reply reply = Reply.of(new ApiError(fault.status(), fault.reason(), "on demand"));
    Integer retryAfter = fault.retryAfterSeconds();
    return retryAfter == null ? reply : reply.with("Retry-After", retryAfter.toString());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    pushes.shutdownNow();
  }
}
