package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.messages.Await;
import medic.app.postgres.embedded.DatabaseSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL to a process of PostgreSQL's while the server lives on: PostgreSQL ends all sessions and
 * recovers, and what it had not written to disk is lost. Read models lose nothing for good, and
 * blame no event. {@code -Dmedic.crash.rounds=10} runs all rounds.
 */
@Tag("server")
class CrashedDatabaseTest {

  private static final int ROUNDS = Integer.getInteger("medic.crash.rounds", 2);
  private static final long SEED = Long.getLong("medic.crash.seed", 20261130L);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path data;

  private final Random random = new Random(SEED);

  @Test
  void readModelsAreWhatAReplayMakes() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    ChildServer server = ChildServer.start(data);
    Client admin = server.client().login("admin", "demo");
    BookingLoad load = new BookingLoad(admin, SEED);
    for (int round = 0; round < ROUNDS; round++) {
      load.start(admin);
      pause(1_000 + random.nextInt(1_000));
      crash();
      awaitServer(admin);
      load.stop();
      crashAsSoonAsShown(admin, load);
    }
    System.out.println("acknowledged " + load.acknowledged().size());
    assertThat(load.acknowledged()).isNotEmpty();
    assertThat(load.failures()).isEmpty();
    assertThat(admin.get("/api/admin/dead-letters").expect(200).body().path("items")).isEmpty();
    Replay.assertSame(server, data);
  }

  /**
   * Nothing happens after it that would tell a read model that there is more: it has to notice by
   * itself.
   */
  private void crashAsSoonAsShown(Client admin, BookingLoad load) throws Exception {
    try (DatabaseSource database = Replay.database(data);
        Connection connection = database.application().connect()) {
      String visit = "";
      while (visit.isEmpty()) {
        visit = load.book(random, admin);
      }
      while (!isShown(connection, visit)) {
        Thread.onSpinWait();
      }
    }
    crash();
    awaitServer(admin);
    try (DatabaseSource database = Replay.database(data);
        Connection connection = database.application().connect()) {
      for (String booked : load.acknowledged()) {
        Await.until(PATIENCE, () -> isShown(connection, booked), shown -> shown);
      }
    }
  }

  private static boolean isShown(Connection connection, String visit) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select exists (select from read.agenda_entry_v1 where id = ?)"
                + " and exists (select from read.timeline_entry_v2 where appointment_id = ?)")) {
      query.setObject(1, UUID.fromString(visit));
      query.setObject(2, UUID.fromString(visit));
      try (ResultSet found = query.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** PostgreSQL takes any of its processes that dies for one that has spoiled shared memory. */
  private void crash() throws IOException {
    List<ProcessHandle> processes = postmaster().children().toList();
    ProcessHandle victim = processes.get(random.nextInt(processes.size()));
    assertThat(victim.destroyForcibly()).isTrue();
  }

  private static ProcessHandle postmaster() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip())).orElseThrow();
    }
  }

  private static void awaitServer(Client admin) {
    pause(300);
    Await.until(PATIENCE, () -> answers(admin), answers -> answers);
  }

  private static boolean answers(Client admin) {
    try {
      for (int i = 0; i < 10; i++) {
        admin.get("/api/doctors?limit=1").expect(200);
      }
      return true;
    } catch (AssertionError | IllegalStateException notYet) {
      return false;
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
