package medic.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import tools.jackson.databind.JsonNode;

/** Clients that book whatever they find, and remember what was acknowledged. */
final class BookingLoad {

  private static final int CLIENTS = 8;
  private static final int DOCTORS = 4;

  private final Random random;
  private final List<Practice.Doctor> doctors = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();
  private final List<JsonNode> slots;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> bookers = new ArrayList<>();
  private final AtomicBoolean running = new AtomicBoolean();

  BookingLoad(Client admin, long seed) {
    random = new Random(seed);
    Practice practice = new Practice(admin);
    for (int i = 0; i < DOCTORS; i++) {
      doctors.add(practice.doctor());
    }
    for (int i = 0; i < 2 * CLIENTS; i++) {
      patients.add(practice.patient());
    }
    slots = doctors.stream().map(doctor -> doctor.slots(admin)).toList();
  }

  Queue<String> acknowledged() {
    return acknowledged;
  }

  /** Answers that blame the server itself: an outage is told as one. */
  Queue<String> failures() {
    return failures;
  }

  void start(Client client) {
    running.set(true);
    for (int i = 0; i < CLIENTS; i++) {
      Random choices = new Random(random.nextLong());
      Thread booker = new Thread(() -> bookUntilStopped(choices, client));
      booker.start();
      bookers.add(booker);
    }
  }

  void stop() throws InterruptedException {
    running.set(false);
    for (Thread booker : bookers) {
      booker.join();
    }
    bookers.clear();
  }

  private void bookUntilStopped(Random choices, Client client) {
    while (running.get()) {
      book(choices, client);
    }
  }

  /** One that the engine may well refuse; answers its id where it did not. */
  String book(Random choices, Client client) {
    int doctor = choices.nextInt(doctors.size());
    JsonNode offered = slots.get(doctor);
    String startsAt = offered.get(choices.nextInt(offered.size())).path("startsAt").asString();
    String id = UUID.randomUUID().toString();
    Map<String, Object> booking =
        doctors.get(doctor).booking(patients.get(choices.nextInt(patients.size())), startsAt);
    booking.put("appointmentId", id);
    try {
      Answer answer = client.post("/api/appointments", booking);
      if (answer.status() == 201) {
        acknowledged.add(id);
        return id;
      }
      if (answer.status() == 500) {
        failures.add(answer.raw().body());
      }
    } catch (IllegalStateException connectionLost) {
      return "";
    }
    return "";
  }
}
