package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may become of a visit, and by whom. */
@Tag("server")
abstract class VisitsJourney extends Journey {

  VisitsJourney(TestServer server) {
    super(server);
  }

  @Test
  void declinesARequestAndGivesItsTimeBack() {
    Practice.Doctor doctor = practice.doctor(Map.of("requiresConfirmation", true));
    String slot = start(doctor, 4);
    Answer requested = book(doctor, practice.patient(), slot).expect(201);
    assertThat(requested.text("status")).isEqualTo("pending");
    String path = requested.header("Location").orElseThrow();
    Client doctorsOwn = server.anonymous().login(doctor.login(), "long enough");

    Answer declined = doctorsOwn.post(path + "/decline", Map.of("reason", "Fully booked"));

    assertThat(declined.expect(200).text("status")).isEqualTo("declined");
    assertThat(deeds(doctorsOwn, path).get(1).path("reason").asString()).isEqualTo("Fully booked");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void letsPatientsCancelAndNobodyElse() {
    Practice.Doctor doctor = practice.doctor();
    String login = "p." + UUID.randomUUID().toString().substring(0, 8);
    String patient = practice.patient(login);
    Client own = server.anonymous().login(login, "long enough");
    String slot = start(doctor, 4);
    Answer booked = own.post("/api/appointments", doctor.booking(patient, slot)).expect(201);
    String path = booked.header("Location").orElseThrow();
    assertThat(booked.text("source")).isEqualTo("patient_portal");

    assertThat(
            own.post(path + "/cancel", Map.of("reason", "Well again")).expect(200).text("status"))
        .isEqualTo("cancelled");

    JsonNode last = deeds(own, path).get(1);
    assertThat(last.path("actorType").asString()).isEqualToIgnoringCase("patient");
    assertThat(last.path("actorId").asString()).isEqualTo(patient);
    assertThat(last.path("reason").asString()).isEqualTo("Well again");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void notesThatAPatientDidNotCome() {
    Practice.Doctor doctor = practice.doctor();
    String path = doctor.begun(admin, practice.patient()).header("Location").orElseThrow();
    assertThat(admin.post(path + "/no-show", null).expect(200).text("status")).isEqualTo("no_show");
    admin.post(path + "/complete", null).expect(422, "INVALID_TRANSITION");
  }

  @Test
  void keepsRoomsAndPatientsFromBeingInTwoPlaces() {
    Practice.Doctor doctor = practice.doctor();
    Practice.Doctor guest = practice.doctor();
    String patient = practice.patient();
    String room = doctor.addRoom();
    String slot = start(doctor, 6);
    book(doctor, patient, slot).expect(201);
    book(guest, patient, slot).expect(409, "PATIENT_BUSY");

    admin
        .post(
            doctor.path("/locations/" + doctor.location + "/rooms/" + room + "/share"),
            Map.of("doctorId", guest.id))
        .expect(200);
    Map<String, Object> inRoom =
        new HashMap<>(doctor.booking(practice.patient(), start(doctor, 6)));
    inRoom.put("roomId", room);
    admin.post("/api/appointments", inRoom).expect(201);
  }
}
