package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.journey.Client;
import medic.app.postgres.embedded.DatabaseSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL while bookings come in: what was acknowledged is there, nothing is there twice, and the
 * read models are what a replay from nothing makes. {@code -Dmedic.kill.rounds=20} runs all rounds.
 */
@Tag("server")
class KilledUnderLoadTest {

  private static final int ROUNDS = Integer.getInteger("medic.kill.rounds", 2);
  private static final long SEED = Long.getLong("medic.kill.seed", 20261122L);

  @TempDir static Path data;

  private final Random random = new Random(SEED);

  @Test
  void keepsEveryAcknowledgedBooking() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    ChildServer server = ChildServer.start(data);
    BookingLoad load = new BookingLoad(server.client().login("admin", "demo"), SEED);
    for (int round = 0; round < ROUNDS; round++) {
      load.start(server.client().login("admin", "demo"));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500 + random.nextInt(2000)));
      server.kill();
      load.stop();
      server = ChildServer.start(data);
      verifyAcknowledged(server, load);
    }
    System.out.println("acknowledged " + load.acknowledged().size());
    assertThat(load.acknowledged()).isNotEmpty();
    assertThat(load.failures()).isEmpty();
    Replay.assertSame(server, data);
  }

  private static void verifyAcknowledged(ChildServer server, BookingLoad load) throws Exception {
    try (DatabaseSource database = Replay.database(data)) {
      new Books(database).awaitReadModels(server);
    }
    Client client = server.client().login("admin", "demo");
    for (String id : load.acknowledged()) {
      client.get("/api/appointments/" + id).expect(200);
    }
  }
}
