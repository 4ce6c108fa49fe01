package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What waits for the doctor's word: answered, taken back, or answered by nobody. */
@Tag("server")
abstract class RequestsJourney extends Journey {

  RequestsJourney(TestServer server) {
    super(server);
  }

  private Map<String, Object> to(String startsAt) {
    return Map.of("startsAt", startsAt);
  }

  @Test
  void aMoveIsAskedForAndBothTimesAreKept() {
    Practice.Doctor doctor = practice.doctor(Map.of("requiresConfirmation", true));
    String login = "p." + doctor.id;
    String patient = practice.patient(login);
    Client self = server.anonymous().login(login, Practice.PASSWORD);
    String from = start(doctor, 10);
    String first = start(doctor, 14);
    String then = start(doctor, 18);
    String path =
        "/api/appointments/"
            + self.post("/api/appointments", doctor.booking(patient, from))
                .expect(201)
                .text("appointmentId");
    admin.post(path + "/confirm", null).expect(200);

    Answer asked = self.post(path + "/reschedule", to(first)).expect(200);
    assertThat(asked.text("status")).isEqualTo("confirmed");
    assertThat(asked.text("startsAt")).isEqualTo(from);
    assertThat(asked.body().path("requestedMove").path("startsAt").asString()).isEqualTo(first);
    awaitTaken(doctor, from, first);
    Await.message(admin, patient, "move-requested", "kept");

    self.post(path + "/reschedule", to(then)).expect(200);
    awaitTaken(doctor, from, then);
    assertThat(starts(doctor)).contains(first);
    Await.until(() -> shown(admin.get(path).expect(200).body()), then::equals);
    JsonNode bookings =
        self.get("/api/patients/" + patient + "/appointments?when=upcoming").expect(200).body();
    assertThat(shown(bookings.path("items").path(0))).isEqualTo(then);
    String agenda = doctor.path("/agenda?from=" + from + "&to=" + then);
    Await.until(
        () -> shown(admin.get(agenda).expect(200).body().path("entries").path(0)), then::equals);
    assertThat(doctorsTimes(doctor, then)).contains(then);

    assertThat(admin.post(path + "/decline", null).expect(200).text("startsAt")).isEqualTo(from);
    Await.until(() -> starts(doctor), open -> open.contains(then));
    Await.message(admin, patient, "move-declined", "kept");
    admin.post(path + "/decline", null).expect(422, "INVALID_TRANSITION");

    self.post(path + "/reschedule", to(first)).expect(200);
    self.post(path + "/withdraw-move", null).expect(200);
    self.post(path + "/withdraw-move", null).expect(422, "INVALID_TRANSITION");

    self.post(path + "/reschedule", to(first)).expect(200);
    Answer moved = admin.post(path + "/confirm", null).expect(200);
    assertThat(moved.text("startsAt")).isEqualTo(first);
    assertThat(moved.body().hasNonNull("requestedMove")).isFalse();
    awaitTaken(doctor, first);
    Await.until(() -> starts(doctor), open -> open.contains(from));
    Await.message(admin, patient, "rescheduled", "kept");
  }

  @Test
  void howToJoinLeavesTheWishToMove() {
    Practice.Doctor doctor =
        practice.doctor(Map.of("requiresConfirmation", true, "consultationMode", "video"));
    String login = "p." + doctor.id;
    String patient = practice.patient(login);
    Client self = server.anonymous().login(login, Practice.PASSWORD);
    String wanted = start(doctor, 14);
    String path =
        self.post("/api/appointments", doctor.booking(patient, start(doctor, 10)))
            .expect(201)
            .header("Location")
            .orElseThrow();
    admin.post(path + "/confirm", null).expect(200);
    self.post(path + "/reschedule", to(wanted)).expect(200);
    admin.put(path + "/join-link", Map.of("joinLink", "https://meet.example/a")).expect(200);
    assertThat(doctorsTimes(doctor, wanted)).contains(wanted);
    assertThat(shown(admin.get(path).expect(200).body())).isEqualTo(wanted);
    admin.post(path + "/decline", null).expect(200);
    assertThat(doctorsTimes(doctor, wanted)).doesNotContain(wanted);
  }

  @Test
  void whatNobodyAnswersIsDeclinedByTheSystem() {
    try (TestServer hasty = TestServer.start("MEDIC_REQUESTS_DECLINED_AFTER=PT2S")) {
      Client staff = hasty.admin();
      Practice there = new Practice(staff);
      Practice.Doctor doctor = there.doctor(Map.of("requiresConfirmation", true));
      String patient = there.patient();
      String slot = doctor.slots(staff).get(10).path("startsAt").asString();
      String path =
          "/api/appointments/"
              + staff
                  .post("/api/appointments", doctor.booking(patient, slot))
                  .expect(201)
                  .text("appointmentId");

      Await.until(() -> staff.get(path).expect(200).text("status"), "declined"::equals);

      JsonNode told = Await.message(staff, patient, "unanswered", "kept");
      assertThat(told.path("message").path("subject").asString()).contains("not answered");
      JsonNode entries = staff.get(path + "/timeline").expect(200).body().path("entries");
      JsonNode declined =
          StreamSupport.stream(entries.spliterator(), false)
              .filter(entry -> entry.path("action").asString().equals("declined"))
              .findFirst()
              .orElseThrow();
      assertThat(declined.path("actorType").asString()).isEqualTo("SYSTEM");
      assertThat(declined.path("metadata").path("cause").asString()).isEqualTo("unanswered");
      staff.post(path + "/confirm", null).expect(422, "INVALID_TRANSITION");
      staff.post("/api/appointments", doctor.booking(there.patient(), slot)).expect(201);
    }
  }

  /** Others read what they did not write themselves a little later. */
  private void awaitTaken(Practice.Doctor doctor, String... times) {
    Await.until(() -> starts(doctor), open -> Stream.of(times).noneMatch(open::contains));
  }

  private Iterable<String> doctorsTimes(Practice.Doctor doctor, String from) {
    return StreamSupport.stream(
            admin
                .get(doctor.path("/agenda?from=" + from))
                .expect(200)
                .body()
                .path("entries")
                .spliterator(),
            false)
        .filter(entry -> entry.path("kind").asString().equals("requested_move"))
        .map(entry -> entry.path("startsAt").asString())
        .toList();
  }

  private static String shown(JsonNode visit) {
    return visit.path("requestedMove").path("startsAt").asString();
  }
}
