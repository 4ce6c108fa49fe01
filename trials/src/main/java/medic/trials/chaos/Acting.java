package medic.trials.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import medic.trials.chaos.ChaosCall.Intent;
import medic.trials.cluster.Cluster;
import org.jspecify.annotations.Nullable;

/** What clients of every role have in common: chance, calls on record, and what they remember. */
final class Acting {

  private static final int REMEMBERED = 8;
  private static final int PAUSE_MILLIS = 5;
  private static final int LOST_PAUSE_MILLIS = 100;

  /** A booking or a hold that may be there. */
  record Known(String id, String doctor, String patient, String startsAt) {}

  private final Cluster cluster;
  private final Practice practice;
  private final SplittableRandom random;
  private final Queue<ChaosCall> calls;
  private final Deque<Known> visits = new ArrayDeque<>();
  private long position = -1;

  Acting(Cluster cluster, Practice practice, SplittableRandom random, Queue<ChaosCall> calls) {
    this.cluster = cluster;
    this.practice = practice;
    this.random = random;
    this.calls = calls;
  }

  int die(int sides) {
    return random.nextInt(sides);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Practice practice() {
    return practice;
  }

  UUID newId() {
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L,
        random.nextLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE);
  }

  @Nullable Known remembered() {
    return visits.isEmpty() ? null : one(List.copyOf(visits));
  }

  void book(ChaosCaller caller, Practice.Doctor doctor, String patient) {
    String id = newId().toString();
    String startsAt = one(practice.startTimes());
    Map<String, Object> body = wish(doctor, startsAt);
    body.put("appointmentId", id);
    body.put("patientId", patient);
    body.put("reason", "Trial");
    remember(new Known(id, doctor.id(), patient, startsAt));
    send(
        Intent.BOOK, caller, "POST", "/api/appointments", body, id, doctor.id(), patient, startsAt);
  }

  void hold(ChaosCaller caller, Practice.Doctor doctor) {
    String id = newId().toString();
    String startsAt = one(practice.startTimes());
    Map<String, Object> body = wish(doctor, startsAt);
    body.put("holdId", id);
    send(Intent.HOLD, caller, "POST", "/api/holds", body, id, doctor.id(), "", startsAt);
    send(Intent.RELEASE, caller, "DELETE", "/api/holds/" + id, null, id, doctor.id(), "", "");
  }

  void step(ChaosCaller caller, Intent intent, String verb, Known visit) {
    send(
        intent,
        caller,
        "POST",
        "/api/appointments/" + visit.id + "/" + verb,
        Map.of("reason", "Trial"),
        visit.id,
        visit.doctor,
        visit.patient,
        "");
  }

  void move(ChaosCaller caller, Known visit) {
    String startsAt = one(practice.startTimes());
    send(
        Intent.MOVE,
        caller,
        "POST",
        "/api/appointments/" + visit.id + "/reschedule",
        Map.of("startsAt", startsAt),
        visit.id,
        visit.doctor,
        visit.patient,
        startsAt);
  }

  ChaosCall read(ChaosCaller caller, String path) {
    return send(Intent.READ, caller, "GET", path, null, "", "", "", "");
  }

  private static Map<String, Object> wish(Practice.Doctor doctor, String startsAt) {
    Map<String, Object> body = new HashMap<>();
    body.put("doctorId", doctor.id());
    body.put("appointmentTypeId", doctor.type());
    body.put("startsAt", startsAt);
    return body;
  }

  private void remember(Known visit) {
    visits.addLast(visit);
    if (visits.size() > REMEMBERED) {
      visits.removeFirst();
    }
  }

  private ChaosCall send(
      Intent intent,
      ChaosCaller caller,
      String method,
      String path,
      @Nullable Object body,
      String subject,
      String doctor,
      String patient,
      String startsAt) {
    String address = one(cluster.nodes()).address();
    Map<String, String> headers =
        position >= 0 && intent == Intent.READ && die(3) == 0
            ? Map.of("Medic-Position", Long.toString(position))
            : Map.of();
    long sentAt = System.nanoTime();
    ChaosCaller.Answer answer = caller.send(address, method, path, body, headers);
    ChaosCall call =
        new ChaosCall(
            intent,
            caller.name(),
            method,
            path,
            doctor,
            patient,
            subject,
            startsAt,
            sentAt,
            System.nanoTime(),
            answer.status(),
            answer.contentType(),
            answer.retryAfter(),
            answer.position(),
            answer.body());
    calls.add(call);
    position = Math.max(position, answer.position());
    pause(answer.status() < 0 || answer.status() == 503 ? LOST_PAUSE_MILLIS : PAUSE_MILLIS);
    return call;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
