package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A slot that is kept for somebody while they make up their mind. */
abstract class HoldsJourney extends Journey {

  HoldsJourney(TestServer server) {
    super(server);
  }

  private static Map<String, Object> hold(Practice.Doctor doctor, String startsAt) {
    return Map.of("doctorId", doctor.id, "appointmentTypeId", doctor.type, "startsAt", startsAt);
  }

  @Test
  void holdsASlotAndBooksIt() {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = start(doctor, 4);

    Client holder = server.anonymous().login(doctor.login(), Practice.PASSWORD);
    Answer held = holder.post("/api/holds", hold(doctor, slot)).expect(201);

    assertThat(Instant.parse(held.text("expiresAt"))).isAfter(Instant.now());
    assertThat(starts(doctor)).doesNotContain(slot);
    book(doctor, patient, slot).expect(409, "SLOT_TAKEN");
    Map<String, Object> booking = doctor.booking(patient, slot);
    booking.put("holdId", held.text("holdId"));
    admin.post("/api/appointments", booking).expect(201);
    admin.post("/api/appointments", doctor.booking(practice.patient(), slot)).expect(409);
  }

  @Test
  void givesAReleasedHoldBack() {
    Practice.Doctor doctor = practice.doctor();
    String slot = start(doctor, 4);
    String held = admin.post("/api/holds", hold(doctor, slot)).expect(201).text("holdId");

    admin.delete("/api/holds/" + held).expect(204);
    admin.delete("/api/holds/" + held).expect(204);

    assertThat(starts(doctor)).contains(slot);
    Map<String, Object> booking = doctor.booking(practice.patient(), slot);
    booking.put("holdId", held);
    admin.post("/api/appointments", booking).expect(422, "HOLD_EXPIRED");
    book(doctor, practice.patient(), slot).expect(201);
  }

  @Test
  void refusesAnExpiredHold() {
    try (TestServer hasty = TestServer.start("medic.holds.kept-for=PT0S")) {
      Client client = hasty.admin();
      Practice there = new Practice(client);
      Practice.Doctor doctor = there.doctor();
      String slot = doctor.slots(client).get(4).path("startsAt").asString();
      String held = client.post("/api/holds", hold(doctor, slot)).expect(201).text("holdId");
      Map<String, Object> booking = doctor.booking(there.patient(), slot);
      booking.put("holdId", held);

      client.post("/api/appointments", booking).expect(422, "HOLD_EXPIRED");

      booking.remove("holdId");
      client.post("/api/appointments", booking).expect(201);
    }
  }
}
