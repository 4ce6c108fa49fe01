package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is sent again under its key is answered as it was first, and whatever else is sent under
 * it is refused: for every request that takes a key.
 */
@Tag("server")
class EveryRepeatTest {

  private static TestServer server;
  private static Client admin;
  private static Practice practice;
  private static Practice.Doctor doctor;
  private static Practice.Doctor asking;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    practice = new Practice(admin);
    doctor = practice.doctor();
    asking = practice.doctor(Map.of("requiresConfirmation", true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A request, and one that differs from it in one thing. */
  private record Pair(String path, Map<String, Object> body, String otherPath, Object other) {

    static Pair of(String path, Map<String, Object> body, String field, Object value) {
      Map<String, Object> other = new HashMap<>(body);
      other.put(field, value);
      return new Pair(path, body, path, other);
    }
  }

  @TestFactory
  Stream<DynamicTest> creations() {
    return Stream.of(
            Pair.of(
                "/api/doctors",
                Map.of(
                    "fullName", "Dr. Bea Test",
                    "specialty", "Dermatology",
                    "email", "bea@example.org",
                    "timezone", "Europe/Berlin"),
                "specialty",
                "Cardiology"),
            Pair.of(
                doctor.path("/locations"),
                Map.of("name", "Wedding", "timezone", "Europe/Berlin"),
                "timezone",
                "Europe/Paris"),
            Pair.of(
                doctor.path("/locations/" + doctor.location + "/rooms"),
                Map.of("name", "Room 7", "capacity", 1),
                "capacity",
                2),
            Pair.of(
                doctor.path("/appointment-types"),
                Map.of(
                    "slug", "again",
                    "name", "Again",
                    "durationMinutes", 20,
                    "consultationMode", "in_person"),
                "durationMinutes",
                30),
            Pair.of(
                doctor.path("/templates"),
                Map.of(
                    "locationId", doctor.location,
                    "dayOfWeek", "MONDAY",
                    "slotDurationMinutes", 10,
                    "workStart", "23:40",
                    "workEnd", "23:50"),
                "workEnd",
                "23:55"),
            Pair.of(doctor.path("/exceptions"), away("blocked"), "status", "available"),
            Pair.of(doctor.path("/time-off"), away(null), "reason", "Something else"),
            Pair.of(
                "/api/patients",
                Map.of("fullName", "Ida Again", "email", "ida@example.org"),
                "email",
                "eve@example.org"))
        .map(pair -> test(pair.path(), pair));
  }

  private static Map<String, Object> away(String status) {
    Map<String, Object> body =
        new HashMap<>(Map.of("startAt", "2030-01-01T08:00:00Z", "endAt", "2030-01-02T08:00:00Z"));
    if (status != null) {
      body.put("status", status);
    }
    return body;
  }

  @TestFactory
  Stream<DynamicTest> holdsAndBookings() {
    Map<String, Object> hold = doctor.booking("", slot(doctor, 3));
    hold.remove("patientId");
    Map<String, Object> booking = doctor.booking(practice.patient(), slot(doctor, 6));
    booking.put("reason", "It itches");
    Map<String, Object> over = doctor.booking(practice.patient(), slot(doctor, 6));
    over.put("reason", "It itches");
    return Stream.of(
            Pair.of("/api/holds", hold, "startsAt", slot(doctor, 5)),
            Pair.of("/api/appointments", booking, "reason", "It hurts"),
            Pair.of("/api/appointments", booking, "patientTimezone", "Asia/Kathmandu"),
            Pair.of("/api/appointments", booking, "source", "doctor"),
            Pair.of("/api/appointments/overbook", over, "patientId", practice.patient()))
        .map(pair -> test(pair.path() + " " + pair.other().hashCode(), fresh(pair)));
  }

  /** Of another patient each time, so that each can be booked. */
  private static Pair fresh(Pair pair) {
    if (!pair.path().equals("/api/appointments")) {
      return pair;
    }
    Map<String, Object> body = new HashMap<>(pair.body());
    Map<String, Object> other = new HashMap<>(copy(pair.other()));
    String patient = practice.patient();
    String start = slot(doctor, 12);
    for (Map<String, Object> each : java.util.List.of(body, other)) {
      each.put("patientId", patient);
      each.put("startsAt", start);
    }
    return new Pair(pair.path(), body, pair.path(), other);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copy(Object body) {
    return (Map<String, Object>) body;
  }

  private static String slot(Practice.Doctor of, int number) {
    return of.slots(admin).get(number).path("startsAt").asString();
  }

  @TestFactory
  Stream<DynamicTest> steps() {
    return Stream.of(
            "confirm", "decline", "cancel", "reschedule", "overbook", "no-show", "complete")
        .map(step -> DynamicTest.dynamicTest(step, () -> compare(step(step))));
  }

  private static Pair step(String step) {
    boolean ends = step.equals("no-show") || step.equals("complete");
    Answer visit =
        ends
            ? doctor.begun(admin, practice.patient())
            : admin
                .post("/api/appointments", asking.booking(practice.patient(), slot(asking, 2)))
                .expect(201);
    String path = "/api/appointments/" + visit.text("appointmentId") + "/";
    Map<String, Object> body = new HashMap<>();
    if (step.equals("reschedule") || step.equals("overbook")) {
      body.put("startsAt", slot(asking, 8));
      body.put("reason", "Theatre");
      Map<String, Object> other = new HashMap<>(body);
      other.put("startsAt", slot(asking, 9));
      return new Pair(path + step, body, path + step, other);
    }
    return new Pair(path + step, body, path + (step.equals("cancel") ? "decline" : "cancel"), body);
  }

  @TestFactory
  Stream<DynamicTest> patients() {
    Map<String, Object> yes = Map.of("channel", "sms", "given", true);
    return Stream.of(
            Pair.of(consents(), yes, "given", false), Pair.of(consents(), yes, "channel", "push"))
        .map(pair -> test(pair.path(), pair));
  }

  /** Of a new patient: what changes nothing leaves nothing to know its key by. */
  private static String consents() {
    return "/api/patients/" + practice.patient() + "/consents";
  }

  private static DynamicTest test(String name, Pair pair) {
    return DynamicTest.dynamicTest(name, () -> compare(pair));
  }

  private static void compare(Pair pair) {
    Client keyed = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = keyed.post(pair.path(), pair.body());
    assertThat(first.status()).as(first.raw().body()).isBetween(200, 299);
    Stored stored = Stored.in(server.dataSource());
    for (int i = 0; i < 2; i++) {
      Answer again = keyed.post(pair.path(), pair.body());
      assertThat(again.status()).as(again.raw().body()).isEqualTo(first.status());
      assertThat(again.body()).isEqualTo(first.body());
      keyed.post(pair.otherPath(), pair.other()).expect(422, "IDEMPOTENCY_KEY_REUSED");
    }
    assertThat(Stored.in(server.dataSource())).isEqualTo(stored);
  }
}
