package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medic.app.TestDatabase;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way to the database breaks, or falls silent: it is told within seconds, and so is its end.
 */
@Tag("server")
class DatabaseAwayTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration MAX_ANSWER_TIME = Duration.ofSeconds(40);
  private static final int CALLERS = 12;

  @TempDir static Path data;

  @Test
  void healthTellsAndEveryCallIsAnswered() throws Exception {
    String direct = TestDatabase.withoutUser(TestDatabase.fresh());
    URI database = URI.create(direct.substring("jdbc:".length()));
    try (FaultProxy way = new FaultProxy(database.getPort());
        ChildServer server = ChildServer.start(data, settings(way, database))) {
      Client admin = server.client().login("admin", "long enough");
      Practice practice = new Practice(admin);
      Practice.Doctor doctor = practice.doctor();
      String patient = practice.patient();
      List<String> slots =
          doctor.slots(admin).valueStream().map(s -> s.path("startsAt").asString()).toList();
      List<Runnable> faults = List.of(way::cut, way::silence);
      for (int round = 0; round < faults.size(); round++) {
        expectReadiness(server, 200);
        faults.get(round).run();
        List<String> wanted = slots.subList(round * CALLERS * 2, (round + 1) * CALLERS * 2);
        assertAllUnavailable(server, admin, doctor, patient, wanted.subList(0, CALLERS));
        expectReadiness(server, 503);
        way.mend();
        expectReadiness(server, 200);
        book(admin, doctor, patient, wanted.get(CALLERS)).expect(201);
      }
    }
  }

  private static Map<String, String> settings(FaultProxy way, URI database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("MEDIC_DB_URL", "jdbc:postgresql://127.0.0.1:" + way.port() + database.getPath());
    settings.put("MEDIC_DB_USER", "medic_app");
    settings.put("MEDIC_DB_PASSWORD", "app");
    settings.put("MEDIC_DB_OWNER_USER", "postgres");
    settings.put("MEDIC_DB_OWNER_PASSWORD", "postgres");
    settings.put("MEDIC_DB_LOG_USER", "medic_log");
    settings.put("MEDIC_DB_LOG_PASSWORD", "log");
    settings.put("MEDIC_ADMIN_PASSWORD", "long enough");
    return settings;
  }

  /** Bookings and reads at once: each says 503 in time, while the process is found alive. */
  private static void assertAllUnavailable(
      ChildServer server, Client admin, Practice.Doctor doctor, String patient, List<String> slots)
      throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (String slot : slots) {
      calls.add(() -> book(admin, doctor, patient, slot));
      calls.add(() -> admin.get("/api/doctors?limit=1"));
    }
    Instant start = Instant.now();
    Thread watch = new Thread(() -> assertAlive(server, MAX_ANSWER_TIME.dividedBy(4)));
    watch.start();
    List<Answer> answers = Simultaneously.call(calls);
    assertThat(Duration.between(start, Instant.now())).isLessThan(MAX_ANSWER_TIME);
    for (Answer answer : answers) {
      answer.expect(503, "UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isPresent();
    }
    watch.join();
    assertAlive(server, Duration.ZERO);
  }

  private static void assertAlive(ChildServer server, Duration during) {
    Instant end = Instant.now().plus(during);
    do {
      Instant asked = Instant.now();
      server.client().get("/actuator/health/liveness").expect(200);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    } while (Instant.now().isBefore(end));
  }

  private static void expectReadiness(ChildServer server, int status) {
    Instant end = Instant.now().plus(SOON);
    int last = 0;
    while (last != status && Instant.now().isBefore(end)) {
      last = server.client().get("/actuator/health/readiness").status();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    assertThat(last).as("readiness").isEqualTo(status);
  }

  private static Answer book(
      Client admin, Practice.Doctor doctor, String patient, String startsAt) {
    Map<String, Object> booking = doctor.booking(patient, startsAt);
    booking.put("appointmentId", UUID.randomUUID().toString());
    return admin.post("/api/appointments", booking);
  }
}
