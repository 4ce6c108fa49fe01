package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A slot that is kept for somebody while they make up their mind. */
@Tag("server")
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
    Await.until(() -> starts(doctor), open -> !open.contains(slot));
    book(doctor, patient, slot).expect(409, "SLOT_TAKEN");
    Map<String, Object> booking = doctor.booking(patient, slot);
    booking.put("holdId", held.text("holdId"));
    admin.post("/api/appointments", booking).expect(201);
    admin.post("/api/appointments", doctor.booking(practice.patient(), slot)).expect(409);
  }

  @Test
  void aHolderIsOfferedWhatTheyHoldAndNobodyElseIs() {
    Practice.Doctor doctor = practice.doctor();
    String login = "p." + doctor.id;
    practice.patient(login);
    Client holder = server.anonymous().login(login, Practice.PASSWORD);
    String slot = start(doctor, 4);
    Answer held = holder.post("/api/holds", hold(doctor, slot)).expect(201);

    assertThat(doctor.slots(holder).findValuesAsString("startsAt")).contains(slot);
    Await.until(() -> starts(doctor), open -> !open.contains(slot));
    JsonNode mine = holder.get("/api/holds").expect(200).body().path("items");
    assertThat(mine.get(0)).isEqualTo(held.body());
    assertThat(mine.size()).isEqualTo(1);
    Answer again = holder.post("/api/holds", hold(doctor, slot)).expect(201);
    assertThat(again.body()).isEqualTo(held.body());

    Map<String, Object> booking = new HashMap<>(hold(doctor, slot));
    holder.post("/api/appointments", booking).expect(201);
    assertThat(holder.get("/api/holds").expect(200).body().path("items").isEmpty()).isTrue();
    assertThat(doctor.slots(holder).findValuesAsString("startsAt")).doesNotContain(slot);
  }

  @Test
  void theSameKeyForAnotherHoldIsRefused() {
    Practice.Doctor doctor = practice.doctor();
    Client keyed = admin.with("Idempotency-Key", "hold-" + doctor.id);
    Map<String, Object> wanted = new HashMap<>(hold(doctor, start(doctor, 4)));
    wanted.put("locationId", doctor.location);
    Answer first = keyed.post("/api/holds", wanted).expect(201);
    assertThat(keyed.post("/api/holds", wanted).expect(201).body()).isEqualTo(first.body());
    wanted.put("startsAt", start(doctor, 7));
    keyed.post("/api/holds", wanted).expect(422, "IDEMPOTENCY_KEY_REUSED");
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
