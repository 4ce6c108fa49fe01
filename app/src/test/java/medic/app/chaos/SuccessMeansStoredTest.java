package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import medic.app.journey.Client;
import medic.app.postgres.embedded.DatabaseSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The database is shot at while clients book and read: every answer says what is so. {@code
 * -Dmedic.database.rounds=100} for more rounds.
 */
@Tag("server")
class SuccessMeansStoredTest {

  private static final int ROUNDS = Integer.getInteger("medic.database.rounds", 6);
  private static final long SEED = Long.getLong("medic.database.seed", 20261130L);
  private static final int CLIENTS = 10;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir static Path data;

  private final Random random = new Random(SEED);

  @Test
  void whateverHappensToTheDatabase() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    try (ChildServer server = ChildServer.start(data);
        DatabaseSource database = database()) {
      Client admin = server.client().login("admin", "demo");
      LoadedDuringFaults load = new LoadedDuringFaults(admin, CLIENTS, random.nextLong());
      try (load) {
        for (int round = 0; round < ROUNDS; round++) {
          pause(500 + random.nextInt(1000));
          shoot(database, round % 3);
          awaitBookings(load);
        }
      }
      System.out.println(load.booked.size() + " booked, " + load.unavailable + " times 503");
      assertThat(load.senseless).isEmpty();
      assertThat(load.unavailable.get()).isPositive();
      Books books = new Books(database);
      assertStoredOnce(books, load);
      assertThat(books.doubleBookings()).isEmpty();
    }
  }

  private void shoot(DatabaseSource database, int how) throws Exception {
    if (how == 2) {
      Signals.stopAtOnce(data.resolve("postgres"));
      return;
    }
    try (Connection outside = database.application().connect()) {
      if (how == 0) {
        Signals.killBackend(outside, random.nextInt());
      } else {
        Signals.terminateBackends(outside);
      }
    }
  }

  /** It goes on: the clients book again. */
  private static void awaitBookings(LoadedDuringFaults load) {
    pause(500);
    int before = load.booked.size();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (load.booked.size() == before && System.nanoTime() < deadline) {
      pause(100);
    }
    assertThat(load.booked.size()).as("bookings after the fault").isGreaterThan(before);
  }

  private static void assertStoredOnce(Books books, LoadedDuringFaults load) throws SQLException {
    Map<String, Long> stored =
        books.bookedAppointments().stream()
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    List<String> wrong =
        load.booked.stream().filter(id -> stored.getOrDefault(id, 0L) != 1).toList();
    assertThat(wrong).as("answered 201, not stored once").isEmpty();
  }

  private static DatabaseSource database() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return DatabaseSource.open(environment);
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }
}
