package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Appointments are found by whatever is known of them, and by who may know of them. */
@Tag("server")
abstract class FindingJourney extends Journey {

  FindingJourney(TestServer server) {
    super(server);
  }

  private List<String> found(Client by, String query) {
    return ids(by.after(admin).get("/api/appointments?" + query).expect(200));
  }

  private static List<String> ids(Answer answer) {
    return answer.body().path("items").findValuesAsString("appointmentId");
  }

  @Test
  void appointmentsAreFoundByWhatIsKnownOfThem() {
    Practice.Doctor doctor = practice.doctor();
    String other = doctor.addType(Map.of());
    String patient = practice.patient();
    String first = book(doctor, patient, start(doctor, 3)).expect(201).text("appointmentId");
    Map<String, Object> second = doctor.booking(practice.patient(), start(doctor, 6));
    second.put("appointmentTypeId", other);
    Answer booked = admin.post("/api/appointments", second).expect(201);
    String later = booked.text("appointmentId");
    String startsAt = booked.text("startsAt");
    admin.post("/api/appointments/" + later + "/cancel", null).expect(200);

    String of = "doctorId=" + doctor.id;
    assertThat(found(admin, of)).containsExactly(first, later);
    assertThat(found(admin, of + "&status=confirmed")).containsExactly(first);
    assertThat(found(admin, of + "&status=confirmed,cancelled")).containsExactly(first, later);
    assertThat(found(admin, of + "&appointmentTypeId=" + other)).containsExactly(later);
    assertThat(found(admin, "patientId=" + patient)).containsExactly(first);
    assertThat(found(admin, "locationId=" + doctor.location)).containsExactly(first, later);
    assertThat(found(admin, of + "&from=" + startsAt)).containsExactly(later);
    assertThat(found(admin, of + "&to=" + startsAt)).containsExactly(first);
    assertThat(found(admin, of + "&to=" + Instant.parse(startsAt).plusSeconds(1)))
        .containsExactly(first, later);
    assertThat(found(admin, of + "&roomId=" + java.util.UUID.randomUUID())).isEmpty();
  }

  @Test
  void pagesTellHowManyThereAreAndMissNone() {
    Practice.Doctor doctor = practice.doctor();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(book(doctor, practice.patient(), start(doctor, 2)).expect(201).text("appointmentId"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          admin.get("/api/appointments?limit=2&doctorId=" + doctor.id + cursor).expect(200);
      assertThat(page.body().path("total").asInt()).isEqualTo(5);
      seen.addAll(ids(page));
      cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactlyElementsOf(all);
  }

  @Test
  void eachFindsTheirOwn() {
    Practice.Doctor doctor = practice.doctor();
    Practice.Doctor other = practice.doctor();
    String login = "p." + java.util.UUID.randomUUID().toString().substring(0, 8);
    String patient = practice.patient(login);
    String own = book(doctor, patient, start(doctor, 3)).expect(201).text("appointmentId");
    String theirs = book(other, patient, start(other, 6)).expect(201).text("appointmentId");
    String elses =
        book(doctor, practice.patient(), start(doctor, 8)).expect(201).text("appointmentId");
    Client asDoctor = server.anonymous().login(doctor.login(), Practice.PASSWORD);
    Client asPatient = server.anonymous().login(login, Practice.PASSWORD);
    assertThat(found(asDoctor, "")).containsExactly(own, elses);
    assertThat(found(asDoctor, "patientId=" + patient)).containsExactly(own);
    assertThat(found(asPatient, "")).containsExactlyInAnyOrder(own, theirs);
    asDoctor.get("/api/appointments?doctorId=" + other.id).expect(404);
    asPatient.get("/api/appointments?patientId=" + practice.patient()).expect(404);
  }

  private Map<String, Object> named(String name) {
    return Map.of("fullName", name, "email", "found@example.org", "phone", "+49 30 5550123");
  }

  private List<String> patients(Client by, String words) {
    Answer answer = by.post("/api/patients/search", Map.of("words", words)).expect(200);
    assertThat(answer.body().path("total").asInt()).isEqualTo(answer.body().path("items").size());
    return answer.body().path("items").findValuesAsString("patientId");
  }

  /** By a name that is misspelt, at once; and that somebody was shown is on record first. */
  @Test
  void patientsAreFoundByWhatIsRememberedOfThem() {
    String name = "Quillfeather" + java.util.UUID.randomUUID().toString().substring(0, 8);
    String patient =
        admin.post("/api/patients", named("Zebedée " + name)).expect(201).text("patientId");
    Answer found =
        admin.post("/api/patients/search", Map.of("words", "zebedee " + name)).expect(200);
    JsonNode match = found.body().path("items").path(0);
    assertThat(match.path("patientId").asString()).isEqualTo(patient);
    assertThat(match.path("fullName").asString()).isEqualTo("Zebedée " + name);
    assertThat(match.path("phone").asString()).isEqualTo("+49 30 5550123");
    assertThat(patients(admin, "Zebdee " + name.substring(0, 10))).contains(patient);
    assertThat(patients(admin, "030 5550123")).contains(patient);

    Await.until(
        () -> admin.get("/api/patients/" + patient + "/access").expect(200).body(),
        record ->
            record.path("items").findValuesAsString("resource").contains("/api/patients/search"));

    admin.put("/api/patients/" + patient, named("Renamed " + name)).expect(200);
    assertThat(patients(admin, "renamed " + name)).containsExactly(patient);
    assertThat(patients(admin, "zebedee " + name)).isEmpty();
    admin
        .post("/api/patients/" + patient + "/erase", Map.of("ground", "patient_request"))
        .expect(202);
    assertThat(patients(admin, name)).isEmpty();
  }

  @Test
  void aDoctorFindsThosePatientsWhomTheyTreat() {
    Practice.Doctor doctor = practice.doctor();
    Practice.Doctor other = practice.doctor();
    String name = "Thimblewick" + java.util.UUID.randomUUID().toString().substring(0, 8);
    String patient =
        admin.post("/api/patients", named("Ada " + name)).expect(201).text("patientId");
    book(doctor, patient, start(doctor, 4)).expect(201);
    Client treating = server.anonymous().login(doctor.login(), Practice.PASSWORD);
    Client stranger = server.anonymous().login(other.login(), Practice.PASSWORD);
    assertThat(patients(treating.after(admin), name)).containsExactly(patient);
    assertThat(patients(stranger.after(admin), name)).isEmpty();
    server.auditor().post("/api/patients/search", Map.of("words", name)).expect(403);
  }

  @Test
  void adminsSeeWhoseTimeOffWaits() {
    Practice.Doctor doctor = practice.doctor();
    Map<String, Object> away =
        Map.of("startsAt", "2027-03-01T08:00:00Z", "endsAt", "2027-03-02T08:00:00Z");
    String id = admin.post(doctor.path("/time-off"), away).expect(201).text("timeOffId");
    assertThat(waiting()).contains(id);
    admin.post(doctor.path("/time-off/" + id + "/approve"), null).expect(200);
    assertThat(waiting()).doesNotContain(id);
  }

  private List<String> waiting() {
    JsonNode page = admin.get("/api/admin/time-off?limit=200").expect(200).body();
    assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(page.path("items").size());
    return page.path("items").findValuesAsString("timeOffId");
  }
}
