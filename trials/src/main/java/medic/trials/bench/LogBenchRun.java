package medic.trials.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import medic.app.postgres.embedded.DatabaseSource;
import medic.log.note.SigningKey;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The provable log over very many events, in three steps: bookings while it is kept, the log alone
 * over what was filled in, and a server again that exports it.
 */
public final class LogBenchRun {

  private static final int CLIENTS = 16;

  private final ResultTable table = new ResultTable();
  private double bookedPerSecond;

  /** How many events bookings store a second, and how many of them the log has not taken yet. */
  public void bookings(
      ConfigurableApplicationContext context, String token, int warmUpSeconds, int seconds)
      throws Exception {
    BenchPractice practice =
        new BenchPractice(context.getBean(CommandGateway.class), context.getBean(Clock.class));
    practice.setUp();
    AtomicLong next = new AtomicLong();
    int port = port(context);
    try (Clients booking =
            new Clients(
                CLIENTS,
                client -> {
                  PlainHttp http = new PlainHttp("127.0.0.1", port, token);
                  return new Clients.Work(
                      http,
                      () ->
                          http.post("/api/appointments", practice.booking(next.getAndIncrement())));
                });
        Connection connection = context.getBean(DataSource.class).getConnection()) {
      booking.run(Duration.ofSeconds(warmUpSeconds));
      long before = LogFill.events(connection);
      booking.run(Duration.ofSeconds(seconds));
      long behind = LogFill.unlogged(connection);
      bookedPerSecond = (LogFill.events(connection) - before) / (double) seconds;
      table.row(
          "log: events behind, 16 clients booking",
          behind,
          "events",
          bookedPerSecond,
          "events/s by bookings",
          behind / bookedPerSecond);
    }
  }

  /** Fills in events and measures the log over them; no server may run. */
  public void log(Environment database, long events, String key, Path outside) throws Exception {
    try (Connection application =
        as(database, "spring.datasource.username", "spring.datasource.password").getConnection()) {
      LogFill.fill(application, events);
    }
    new LogBench(
            as(database, DatabaseSource.LOG_USER, DatabaseSource.LOG_PASSWORD), Clock.systemUTC())
        .run(table, bookedPerSecond, SigningKey.parse(key), outside);
  }

  private static PGSimpleDataSource as(Environment database, String user, String password)
      throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(database.getRequiredProperty("spring.datasource.url"));
    source.setUser(database.getRequiredProperty(user));
    source.setPassword(database.getRequiredProperty(password));
    return source;
  }

  /** Exports all of it over HTTP. */
  public void export(ConfigurableApplicationContext context, String token) throws Exception {
    ExportBench.run(table, port(context), token, bookedPerSecond);
  }

  private static int port(ConfigurableApplicationContext context) {
    return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
  }
}
