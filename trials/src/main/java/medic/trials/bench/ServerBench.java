package medic.trials.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Bookings against bare commits, and availability against a constant answer, in turns. */
final class ServerBench {

  private static final int CLIENTS = 16;
  private static final int ROUNDS = 3;
  private static final int WARM_UPS = 10;

  private final String host = "127.0.0.1";
  private final int port;
  private final String token;
  private final BenchPractice practice;
  private final Environment environment;
  private final Duration warmUp;
  private final Duration round;

  ServerBench(
      ConfigurableApplicationContext context, String token, Duration warmUp, Duration round) {
    this.port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    this.token = token;
    this.environment = context.getEnvironment();
    this.warmUp = warmUp;
    this.round = round;
    this.practice =
        new BenchPractice(context.getBean(CommandGateway.class), context.getBean(Clock.class));
  }

  void run(ResultTable table) throws Exception {
    practice.setUp();
    bookings(table);
    availability(table);
  }

  /** Bookings with nobody who listens to their events. */
  void runCommandsOnly(ResultTable table, EventProcessingConfiguration processing)
      throws Exception {
    practice.setUp();
    processing.eventProcessors().values().forEach(EventProcessor::shutDown);
    bookings(table);
  }

  private void bookings(ResultTable table) throws Exception {
    AtomicLong next = new AtomicLong();
    BareCommits rows = new BareCommits(environment);
    try (Clients bare = new Clients(CLIENTS, client -> rows.client());
        Clients posting = new Clients(CLIENTS, client -> poster("/api/bench/commit", 200, next));
        Clients booking = new Clients(CLIENTS, client -> poster("/api/appointments", 201, next))) {
      for (int turn = 0; turn < WARM_UPS; turn++) {
        booking.run(warmUp.dividedBy(WARM_UPS));
        posting.run(warmUp.dividedBy(2 * WARM_UPS));
      }
      bare.run(round.dividedBy(2));
      for (int turn = 0; turn < ROUNDS; turn++) {
        Rate limit = bare.run(round);
        Rate posted = posting.run(round);
        Rate rate = booking.run(round);
        table.row(
            "a bare commit over HTTP, 16 clients",
            posted.perSecond(),
            "/s",
            limit.perSecond(),
            "bare commits/s",
            posted.perSecond() / limit.perSecond());
        table.row(
            "bookings over HTTP, 16 clients",
            rate.perSecond(),
            "/s",
            limit.perSecond(),
            "bare commits/s",
            rate.perSecond() / limit.perSecond());
        table.row(
            "  p99 (median " + Math.round(rate.medianMillis()) + " ms)",
            rate.p99Millis(),
            "ms",
            limit.p99Millis(),
            "ms a bare commit",
            rate.p99Millis() / limit.p99Millis());
      }
    }
  }

  private Clients.Work poster(String path, int status, AtomicLong next) throws Exception {
    PlainHttp connection = new PlainHttp(host, port, token);
    return new Clients.Work(
        connection,
        () -> expect(status, connection.post(path, practice.booking(next.getAndIncrement()))));
  }

  private void availability(ResultTable table) throws Exception {
    AtomicLong next = new AtomicLong();
    try (Clients constant = new Clients(CLIENTS, client -> reader(() -> "/api/bench/constant"));
        Clients asking =
            new Clients(
                CLIENTS, client -> reader(() -> practice.availability(next.getAndIncrement())))) {
      for (int turn = 0; turn < WARM_UPS; turn++) {
        asking.run(warmUp.dividedBy(WARM_UPS));
        constant.run(warmUp.dividedBy(2 * WARM_UPS));
      }
      for (int turn = 0; turn < ROUNDS; turn++) {
        Rate limit = constant.run(round);
        Rate rate = asking.run(round);
        table.row(
            "availability over HTTP, 16 clients",
            rate.perSecond(),
            "/s",
            limit.perSecond(),
            "constant answers/s",
            rate.perSecond() / limit.perSecond());
      }
    }
  }

  private Clients.Work reader(java.util.function.Supplier<String> path) throws Exception {
    PlainHttp connection = new PlainHttp(host, port, token);
    return new Clients.Work(connection, () -> expect(200, connection.get(path.get())));
  }

  private static void expect(int expected, int status) {
    if (status != expected) {
      throw new IllegalStateException("answered " + status + " instead of " + expected);
    }
  }
}
