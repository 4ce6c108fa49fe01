package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a practice sets is asked for, shown, and can be read again. */
@Tag("server")
abstract class SettingUpJourney extends Journey {

  SettingUpJourney(TestServer server) {
    super(server);
  }

  @Test
  void aTypeThatAsksForAReasonIsBookedWithOne() {
    Practice.Doctor doctor = practice.doctor(Map.of("reasonRequired", true));
    JsonNode open =
        admin.get(doctor.path("/availability?appointmentTypeId=" + doctor.type)).expect(200).body();
    assertThat(open.path("appointmentType").path("reasonRequired").asBoolean()).isTrue();
    Map<String, Object> booking = doctor.booking(practice.patient(), start(doctor, 3));
    Answer refused = admin.post("/api/appointments", booking).expect(422, "REASON_REQUIRED");
    assertThat(refused.body().path("errors").findValuesAsString("field")).containsExactly("reason");
    booking.put("reason", "  ");
    assertThat(admin.post("/api/appointments", booking).status()).isIn(400, 422);
    booking.put("reason", "It itches");
    admin.post("/api/appointments", booking).expect(201);
    JsonNode offers =
        admin.get(doctor.path("/appointment-types/" + doctor.type)).expect(200).body();
    assertThat(offers.path("reasonRequired").asBoolean()).isTrue();
  }

  @Test
  void remindersAreReadAsTheyWerePlanned() {
    Practice.Doctor doctor = practice.doctor();
    String plan = doctor.path("/appointment-types/" + doctor.type + "/reminders");
    Answer usual = admin.get(plan).expect(200);
    assertThat(usual.body().path("hoursBefore")).hasToString("[72,24]");
    assertThat(usual.body().path("usual").asBoolean()).isTrue();
    Client editor = admin.with("If-Match", usual.header("ETag").orElseThrow());
    editor.put(plan, usual.body()).expect(200);
    editor = admin.with("If-Match", admin.after(editor).get(plan).header("ETag").orElseThrow());
    editor.put(plan, Map.of("hoursBefore", List.of(2, 48))).expect(200);
    editor.put(plan, Map.of("hoursBefore", List.of(1))).expect(412, "VERSION_CONFLICT");
    Answer planned = admin.after(editor).get(plan).expect(200);
    assertThat(planned.body().path("hoursBefore")).hasToString("[48,2]");
    editor.put(plan, planned.body()).expect(200);
    admin
        .get(doctor.path("/appointment-types/" + practice.doctor().type + "/reminders"))
        .expect(404);
  }

  /** On record as the doctor's deed, until others do; of whom else there is they learn nothing. */
  @Test
  void aDoctorCorrectsWhomTheyRegistered() {
    Practice.Doctor doctor = practice.doctor();
    Client asDoctor = server.anonymous().login(doctor.login(), Practice.PASSWORD);
    Map<String, Object> person =
        new HashMap<>(Map.of("fullName", "Grcae Typo", "email", "grace@example.org"));
    String id = asDoctor.post("/api/patients", person).expect(201).text("patientId");
    person.put("fullName", "Grace Typo");
    asDoctor.put("/api/patients/" + id, person).expect(200);
    assertThat(admin.after(asDoctor).get("/api/patients/" + id).expect(200).text("fullName"))
        .isEqualTo("Grace Typo");
    asDoctor.put("/api/patients/" + practice.patient(), person).expect(404, "NOT_FOUND");
    person.put("fullName", "Grace Married");
    admin.put("/api/patients/" + id, person).expect(200);
    asDoctor.put("/api/patients/" + id, person).expect(404, "NOT_FOUND"); // not seen by them
    JsonNode deeds =
        admin.get("/api/audit/events?action=profile_revised&patientId=" + id).expect(200).body();
    assertThat(deeds.findValuesAsString("actorId")).containsExactlyInAnyOrder(doctor.id, "admin");
  }
}
