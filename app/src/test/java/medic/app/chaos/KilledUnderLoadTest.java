package medic.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import medic.app.embedded.DatabaseSource;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL while bookings come in: what was acknowledged is there, nothing is there twice, and the
 * read models are what a replay from nothing makes. {@code -Dmedic.kill.rounds=20} runs all rounds.
 */
class KilledUnderLoadTest {

  private static final int ROUNDS = Integer.getInteger("medic.kill.rounds", 2);
  private static final long SEED = Long.getLong("medic.kill.seed", 20261122L);
  private static final int CLIENTS = 8;

  @TempDir static Path data;

  private final Random random = new Random(SEED);
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void keepsEveryAcknowledgedBooking() throws Exception {
    System.out.println("seed " + SEED + ", rounds " + ROUNDS);
    ChildServer server = ChildServer.start(data);
    Client admin = server.client().login("admin", "demo");
    Practice practice = new Practice(admin);
    List<Practice.Doctor> doctors = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      doctors.add(practice.doctor());
    }
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < 2 * CLIENTS; i++) {
      patients.add(practice.patient());
    }
    List<JsonNode> slots = doctors.stream().map(doctor -> doctor.slots(admin)).toList();
    for (int round = 0; round < ROUNDS; round++) {
      Client client = server.client().login("admin", "demo");
      killWhileBooking(server, client, doctors, slots, patients);
      server = ChildServer.start(data);
      verifyAcknowledged(server);
    }
    verifyBooks(server);
  }

  private void killWhileBooking(
      ChildServer server,
      Client client,
      List<Practice.Doctor> doctors,
      List<JsonNode> slots,
      List<String> patients)
      throws InterruptedException {
    AtomicBoolean running = new AtomicBoolean(true);
    List<Thread> bookers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random choices = new Random(random.nextLong());
      Thread booker =
          new Thread(() -> bookUntil(running, choices, client, doctors, slots, patients));
      booker.start();
      bookers.add(booker);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500 + random.nextInt(2000)));
    server.kill();
    running.set(false);
    for (Thread booker : bookers) {
      booker.join();
    }
  }

  private void bookUntil(
      AtomicBoolean running,
      Random choices,
      Client client,
      List<Practice.Doctor> doctors,
      List<JsonNode> slots,
      List<String> patients) {
    while (running.get()) {
      int doctor = choices.nextInt(doctors.size());
      JsonNode offered = slots.get(doctor);
      String startsAt = offered.get(choices.nextInt(offered.size())).path("startsAt").asString();
      String patient = patients.get(choices.nextInt(patients.size()));
      String id = UUID.randomUUID().toString();
      Map<String, Object> booking = doctors.get(doctor).booking(patient, startsAt);
      booking.put("appointmentId", id);
      try {
        Answer answer = client.post("/api/appointments", booking);
        if (answer.status() == 201) {
          acknowledged.add(id);
        }
      } catch (IllegalStateException connectionLost) {
        return;
      }
    }
  }

  private void verifyAcknowledged(ChildServer server) throws Exception {
    try (DatabaseSource database = database()) {
      new Books(database).awaitReadModels(server);
    }
    Client client = server.client().login("admin", "demo");
    for (String id : acknowledged) {
      client.get("/api/appointments/" + id).expect(200);
    }
  }

  private static DatabaseSource database() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return DatabaseSource.open(environment);
  }

  private void verifyBooks(ChildServer server) throws Exception {
    System.out.println("acknowledged " + acknowledged.size());
    assertThat(acknowledged).isNotEmpty();
    try (DatabaseSource database = database()) {
      Books books = new Books(database);
      assertThat(books.doubleBookings()).isEmpty();
      long head = books.head();
      books.awaitReadModels(server);
      server.close();
      Map<String, List<String>> before = books.readModels(head);
      books.forgetReadModels();
      try (ChildServer again = ChildServer.start(data)) {
        books.awaitReadModels(again);
      }
      Map<String, List<String>> after = books.readModels(head);
      assertThat(after.keySet()).isEqualTo(before.keySet());
      after.forEach(
          (table, rows) ->
              assertThat(rows).as(table).containsExactlyInAnyOrderElementsOf(before.get(table)));
    }
  }
}
