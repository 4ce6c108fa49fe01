package medic.app.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import tools.jackson.databind.JsonNode;

/** Clients that book and read without a pause, and remember what they were answered. */
final class LoadedDuringFaults implements AutoCloseable {

  /** Answers of which nobody could make sense, in words. */
  final Queue<String> senseless = new ConcurrentLinkedQueue<>();

  /** Ids of the appointments that were answered as booked. */
  final Queue<String> booked = new ConcurrentLinkedQueue<>();

  final AtomicInteger unavailable = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final List<Thread> clients = new ArrayList<>();
  private final List<Practice.Doctor> doctors = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();
  private final List<JsonNode> slots = new ArrayList<>();
  private final Client client;

  LoadedDuringFaults(Client client, int threads, long seed) {
    this.client = client;
    Practice practice = new Practice(client);
    for (int i = 0; i < 4; i++) {
      Practice.Doctor doctor = practice.doctor();
      doctors.add(doctor);
      slots.add(doctor.slots(client));
      patients.add(practice.patient());
      patients.add(practice.patient());
    }
    Random seeds = new Random(seed);
    for (int i = 0; i < threads; i++) {
      Random choices = new Random(seeds.nextLong());
      boolean books = i % 2 == 0;
      Thread thread = new Thread(() -> callUntilClosed(choices, books));
      clients.add(thread);
      thread.start();
    }
  }

  private void callUntilClosed(Random choices, boolean books) {
    while (running.get()) {
      try {
        if (books) {
          book(choices);
        } else {
          read(choices);
        }
      } catch (IllegalStateException lost) {
        senseless.add("no answer: " + lost.getCause());
      }
    }
  }

  private void book(Random choices) {
    int doctor = choices.nextInt(doctors.size());
    JsonNode offered = slots.get(doctor);
    String startsAt = offered.get(choices.nextInt(offered.size())).path("startsAt").asString();
    String id = UUID.randomUUID().toString();
    Map<String, Object> booking = doctors.get(doctor).booking(patient(choices), startsAt);
    booking.put("appointmentId", id);
    Answer answer = client.post("/api/appointments", booking);
    look(answer, "POST /api/appointments");
    if (answer.status() == 201) {
      booked.add(id);
    }
  }

  private void read(Random choices) {
    Practice.Doctor doctor = doctors.get(choices.nextInt(doctors.size()));
    LocalDate day = LocalDate.of(2026, 12, 1).plusDays(choices.nextInt(60));
    List<String> paths =
        List.of(
            doctor.path("/agenda?from=" + day + "&to=" + day.plusDays(7)),
            doctor.path("/availability?appointmentTypeId=" + doctor.type),
            doctor.path(""),
            "/api/doctors?limit=5",
            "/api/availability/next?limit=1",
            "/api/patients/" + patient(choices),
            "/api/patients/" + patient(choices) + "/appointments?limit=5",
            "/api/audit/events?limit=5",
            "/api/audit/export?appointmentId=" + UUID.randomUUID(),
            "/api/admin/dead-letters?limit=5");
    String path = paths.get(choices.nextInt(paths.size()));
    look(client.get(path), "GET " + path);
  }

  private String patient(Random choices) {
    return patients.get(choices.nextInt(patients.size()));
  }

  private void look(Answer answer, String call) {
    String type = answer.header("Content-Type").orElse("");
    boolean failed = answer.status() >= 400;
    boolean makesSense =
        !answer.raw().body().isEmpty()
            && answer.status() < 600
            && answer.status() != 500
            && failed == type.startsWith("application/problem+json")
            && (answer.status() != 503 || answer.header("Retry-After").isPresent());
    if (!makesSense) {
      senseless.add(call + ": " + answer.status() + " " + type + " " + answer.raw().body());
    }
    if (answer.status() == 503) {
      unavailable.incrementAndGet();
    }
  }

  @Override
  public void close() throws InterruptedException {
    running.set(false);
    for (Thread thread : clients) {
      thread.join();
    }
  }
}
