package medic.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.sagas.messages.contacts.ContactBook;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes, and visits cancelled at the moment in which their reminders are due: nobody is
 * reminded once a cancellation was acknowledged before the last look, and nobody twice. {@code
 * -Dmedic.race.rounds=50} races more often.
 */
@Tag("server")
class ReminderRaceTest {

  private static final int ROUNDS = Integer.getInteger("medic.race.rounds", 1);
  private static final long SEED = Long.getLong("medic.race.seed", 20261130L);
  private static final int VISITS = 8;

  /** Both nodes look for what is due once a second. */
  private static final Duration RACE = Duration.ofMillis(1500);

  private static final int BEYOND_ALL_REMINDERS = 100;

  private record Visit(String id, String patient) {}

  private static TestServer server;
  private static TestServer second;
  private static Client admin;
  private static Client other;
  private static Practice practice;

  @BeforeAll
  static void start() {
    String witness = "spring.main.sources=" + Acknowledged.class.getName();
    server = TestServer.start(witness);
    second = server.join(witness);
    admin = server.admin();
    other = second.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    second.close();
    server.close();
  }

  @Test
  void nobodyIsRemindedOfWhatWasCancelledBefore() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    Random random = new Random(SEED);
    ExecutorService cancelling = Executors.newFixedThreadPool(VISITS);
    int reminded = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Visit> visits = booked();
      List<Future<?>> cancelled = new ArrayList<>();
      remindersAreDue();
      for (Visit visit : visits) {
        Client by = random.nextBoolean() ? admin : other;
        long after = random.nextLong(RACE.toNanos());
        cancelled.add(cancelling.submit(() -> cancel(visit, by, after)));
      }
      for (Future<?> done : cancelled) {
        done.get(1, TimeUnit.MINUTES);
      }
      for (Visit visit : visits) {
        Await.message(admin, visit.patient, "cancelled", "kept");
        reminded += verified(visit);
      }
    }
    cancelling.shutdown();
    System.out.println(reminded + " reminded of " + ROUNDS * VISITS);
  }

  private static int verified(Visit visit) {
    long kept = reminders(visit).filter(state -> state.equals("kept")).count();
    assertThat(kept).as("reminders of %s", visit).isLessThanOrEqualTo(1);
    if (kept == 1) {
      assertThat(Acknowledged.BEFORE_SENDING)
          .as("acknowledged before the last look")
          .containsEntry(visit.id, false);
    }
    return (int) kept;
  }

  @Test
  void aCancellationThatNoNodeHasHandledYetCountsAlready() throws Exception {
    Visit visit = booked().get(0);
    List<EventProcessor> groups = Stream.of(server, second).map(ReminderRaceTest::group).toList();
    groups.forEach(EventProcessor::shutDown);
    cancel(visit, admin, 0);

    remindersAreDue();
    List<String> states =
        Await.until(
            () -> reminders(visit).toList(),
            found -> !found.isEmpty() && !found.contains("queued"));
    groups.forEach(EventProcessor::start);

    assertThat(states).containsExactly("withdrawn");
    Await.message(admin, visit.patient, "cancelled", "kept");
  }

  private static EventProcessor group(TestServer node) {
    return node.bean(EventProcessingConfiguration.class)
        .eventProcessor(ContactBook.GROUP)
        .orElseThrow();
  }

  /** Visits whose reminders are set. */
  private static List<Visit> booked() {
    Practice.Doctor doctor = practice.doctor();
    List<String> starts = doctor.slots(admin).findValuesAsString("startsAt");
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      String patient = patient();
      String start = starts.get(BEYOND_ALL_REMINDERS + i);
      visits.add(
          new Visit(
              admin
                  .post("/api/appointments", doctor.booking(patient, start))
                  .expect(201)
                  .text("appointmentId"),
              patient));
    }
    visits.forEach(visit -> Await.message(admin, visit.patient, "booked", "kept"));
    return visits;
  }

  private static String patient() {
    Map<String, Object> wishes =
        Map.of("reminderHours", List.of(24), "quietHours", Map.of("from", "00:00", "to", "00:00"));
    return admin
        .post(
            "/api/patients",
            Map.of(
                "fullName", "Grace Patient",
                "email", "grace@example.org",
                "communicationPreferences", wishes))
        .expect(201)
        .text("patientId");
  }

  private static void remindersAreDue() throws SQLException {
    try (Connection database = server.dataSource().getConnection()) {
      database
          .createStatement()
          .execute(
              "update work.scheduled_tasks set execution_time = now()"
                  + " where task_name ilike '%deadline%' and not picked");
    }
  }

  private static void cancel(Visit visit, Client by, long afterNanos) {
    LockSupport.parkNanos(afterNanos);
    by.post("/api/appointments/" + visit.id + "/cancel", null).expect(200);
    Acknowledged.CANCELLED.add(visit.id);
  }

  private static Stream<String> reminders(Visit visit) {
    return admin
        .get("/api/patients/" + visit.patient + "/notifications")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(message -> message.path("template").asString().equals("reminder"))
        .map((JsonNode message) -> message.path("state").asString());
  }
}
