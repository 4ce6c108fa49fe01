package medic.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.chaos.Books;
import medic.app.chaos.ChildServer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.messages.Await;
import medic.app.postgres.embedded.DatabaseSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL at any moment of a rebuild: the read model is there after the next start, as it was, and
 * the rebuild comes to its end. {@code -Dmedic.kill.rounds=20} runs all rounds.
 */
@Tag("server")
class KilledDuringRebuildTest {

  private static final int ROUNDS = Integer.getInteger("medic.kill.rounds", 3);
  private static final long SEED = Long.getLong("medic.kill.seed", 20261130L);

  /** Reads and writes in many steps, so that there are many to be killed in. */
  private static final Map<String, String> STEPS =
      Map.of("JAVA_TOOL_OPTIONS", "-Dmedic.rebuild.rows-in-memory=5");

  private static final List<String> MODELS = List.of("bookings", "agenda", "availability");

  @TempDir static Path data;

  private final Random random = new Random(SEED);

  @Test
  void isThereAfterTheNextStart() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    ChildServer server = ChildServer.start(data, STEPS);
    Client admin = server.client().login("admin", "demo");
    Practice practice = new Practice(admin);
    String patient = practice.patient();
    book(admin, practice, patient);
    for (int round = 0; round < ROUNDS; round++) {
      String model = MODELS.get(random.nextInt(MODELS.size()));
      Map<String, List<String>> before = rows(server);
      admin.post(Orders.path(model) + "/rebuild", null).expect(202);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2_500)));
      System.out.println(model + " killed while " + Orders.state(admin, model).path("state"));
      server.kill();
      server = ChildServer.start(data, STEPS);
      admin = server.client().login("admin", "demo");
      assertThat(visits(admin, patient)).isEqualTo(VISITS);
      Orders.awaitDone(admin, model);
      assertSame(rows(server), before);
      assertThat(visits(admin, patient)).isEqualTo(VISITS);
    }
    server.close();
  }

  /** Each phase is held up by a lock that it needs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reading | lock table read.booking_v1 in access exclusive mode",
        "writing | lock table read_next.booking_v1 in access exclusive mode",
        "catching_up | select from work.token_entry where processor_name = 'bookings' for update"
      })
  void isKilledInEachPhase(String phase, String lock, @TempDir Path own) throws Exception {
    ChildServer server = ChildServer.start(own, STEPS);
    Client admin = server.client().login("admin", "demo");
    Practice practice = new Practice(admin);
    String patient = practice.patient();
    book(admin, practice, patient);
    try (DatabaseSource database = database(own);
        Connection holder = database.application().connect()) {
      admin.post(Orders.path("bookings") + "/rebuild", null).expect(202);
      hold(holder, lock, admin);
      Client asking = admin;
      Await.until(() -> Orders.state(asking, "bookings").path("state").asString(), phase::equals);
      server.kill();
    }
    server = ChildServer.start(own, STEPS);
    admin = server.client().login("admin", "demo");
    assertThat(visits(admin, patient)).isEqualTo(VISITS);
    Orders.awaitDone(admin, "bookings");
    assertThat(visits(admin, patient)).isEqualTo(VISITS);
    server.close();
  }

  /** As soon as there is what is to be locked. */
  private static void hold(Connection holder, String lock, Client admin) throws SQLException {
    holder.setAutoCommit(false);
    boolean held = false;
    while (!held) {
      try (Statement statement = holder.createStatement()) {
        statement.execute(lock);
        held = true;
      } catch (SQLException notThere) {
        holder.rollback();
        if (Orders.state(admin, "bookings").path("state").asString().equals("done")) {
          admin.post(Orders.path("bookings") + "/rebuild", null).expect(202); // it was too fast
        }
      }
    }
  }

  @Test
  void anotherNodeGoesOn(@TempDir Path shared) throws Exception {
    try (ChildServer stays = ChildServer.start(shared, STEPS)) {
      Client admin = stays.client().login("admin", "demo");
      Practice practice = new Practice(admin);
      String patient = practice.patient();
      book(admin, practice, patient);
      for (int round = 0; round < ROUNDS; round++) {
        ChildServer dies = ChildServer.start(shared, STEPS);
        String model = MODELS.get(random.nextInt(MODELS.size()));
        dies.client()
            .login("admin", "demo")
            .post(Orders.path(model) + "/rebuild", null)
            .expect(202);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500)));
        dies.kill();
        Orders.awaitDone(admin, model);
        assertThat(visits(admin, patient)).isEqualTo(VISITS);
      }
    }
  }

  private static final int VISITS = 12;

  private static void book(Client admin, Practice practice, String patient) {
    Practice.Doctor doctor = practice.doctor();
    JsonNode slots = doctor.slots(admin);
    for (int i = 0; i < VISITS; i++) {
      admin
          .post(
              "/api/appointments",
              doctor.booking(patient, slots.get(2 * i).path("startsAt").asString()))
          .expect(201);
    }
  }

  private static int visits(Client admin, String patient) {
    return admin
        .get("/api/patients/" + patient + "/appointments?limit=100")
        .expect(200)
        .body()
        .path("items")
        .size();
  }

  /** What goes on by itself is left out: the log, and who looks at it. */
  private static Map<String, List<String>> rows(ChildServer server) throws Exception {
    try (DatabaseSource database = database(data)) {
      Books books = new Books(database);
      books.awaitReadModels(server);
      Map<String, List<String>> rows = books.readModels(books.head());
      rows.keySet().removeIf(table -> table.startsWith("timeline_"));
      return rows;
    }
  }

  private static void assertSame(Map<String, List<String>> rows, Map<String, List<String>> before) {
    assertThat(rows.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (table, expected) ->
            assertThat(rows.get(table)).as(table).containsExactlyInAnyOrderElementsOf(expected));
  }

  private static DatabaseSource database(Path of) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", of.toString())));
    return DatabaseSource.open(environment);
  }
}
