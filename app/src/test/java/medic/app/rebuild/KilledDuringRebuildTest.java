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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

  private static final int ROUNDS = Integer.getInteger("medic.kill.rounds", 2);
  private static final long SEED = Long.getLong("medic.kill.seed", 20261130L);

  /** Reads and writes in many steps, so that there are many to be killed in. */
  private static final Map<String, String> STEPS =
      Map.of("JAVA_TOOL_OPTIONS", "-Dmedic.rebuild.rows-in-memory=5");

  private static final List<String> MODELS = List.of("bookings", "agenda", "availability");
  private static final int VISITS = 12;

  @TempDir static Path data;

  private static ChildServer server;
  private static Client admin;
  private static String patient;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void book() {
    start();
    Practice practice = new Practice(admin);
    patient = practice.patient();
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

  private static void start() {
    server = ChildServer.start(data, STEPS);
    admin = server.client().login("admin", "demo");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private String anyModel() {
    return MODELS.get(random.nextInt(MODELS.size()));
  }

  private void pauseAtMost(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(millis)));
  }

  @Test
  void isThereAfterTheNextStart() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    Map<String, List<String>> before = rows();
    for (int round = 0; round < ROUNDS; round++) {
      String model = anyModel();
      admin.post(Orders.path(model) + "/rebuild", null).expect(202);
      pauseAtMost(2_500);
      System.out.println(model + " killed while " + Orders.state(admin, model).path("state"));
      server.kill();
      start();
      assertThat(visits()).isEqualTo(VISITS);
      Orders.awaitDone(admin, model);
      assertSame(rows(), before);
      assertThat(visits()).isEqualTo(VISITS);
    }
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
  void isKilledInEachPhase(String phase, String lock) throws Exception {
    Map<String, List<String>> before = rows();
    try (DatabaseSource database = database();
        Connection holder = database.application().connect()) {
      admin.post(Orders.path("bookings") + "/rebuild", null).expect(202);
      hold(holder, lock);
      Await.until(() -> Orders.state(admin, "bookings").path("state").asString(), phase::equals);
      server.kill();
    }
    start();
    assertThat(visits()).isEqualTo(VISITS);
    Orders.awaitDone(admin, "bookings");
    assertSame(rows(), before);
    assertThat(visits()).isEqualTo(VISITS);
  }

  /** As soon as there is what is to be locked. */
  private static void hold(Connection holder, String lock) throws SQLException {
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
  void anotherNodeGoesOn() {
    for (int round = 0; round < ROUNDS; round++) {
      ChildServer dies = ChildServer.start(data, STEPS);
      String model = anyModel();
      dies.client().login("admin", "demo").post(Orders.path(model) + "/rebuild", null).expect(202);
      pauseAtMost(1_500);
      dies.kill();
      Orders.awaitDone(admin, model);
      assertThat(visits()).isEqualTo(VISITS);
    }
  }

  private static int visits() {
    return admin
        .get("/api/patients/" + patient + "/appointments?limit=100")
        .expect(200)
        .body()
        .path("items")
        .size();
  }

  /** What goes on by itself is left out: the log, and who looks at it. */
  private static Map<String, List<String>> rows() throws Exception {
    try (DatabaseSource database = database()) {
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

  private static DatabaseSource database() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return DatabaseSource.open(environment);
  }
}
