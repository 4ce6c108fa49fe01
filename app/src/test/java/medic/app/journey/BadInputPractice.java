package medic.app.journey;

import java.util.Map;
import java.util.UUID;

/** Two doctors with a room each, a patient, and a visit that is booked: what bad requests name. */
final class BadInputPractice implements AutoCloseable {

  final TestServer server = TestServer.start();
  final Client admin = server.admin();
  final String slug = "taken-" + UUID.randomUUID().toString().substring(0, 8);
  final Practice.Doctor doctor;
  final Practice.Doctor other;
  final String patient;
  final String slot;
  final String appointment;

  BadInputPractice() {
    Practice practice = new Practice(admin);
    doctor = practice.doctor(Map.of("slug", slug));
    other = practice.doctor();
    doctor.addRoom();
    other.addRoom();
    patient = practice.patient();
    var slots = doctor.slots(admin);
    slot = slots.get(20).path("startsAt").asString();
    String booked = slots.get(2).path("startsAt").asString();
    appointment =
        admin
            .post("/api/appointments", doctor.booking(patient, booked))
            .expect(201)
            .text("appointmentId");
  }

  @Override
  public void close() {
    server.close();
  }
}
