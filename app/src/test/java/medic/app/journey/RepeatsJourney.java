package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import medic.app.messages.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A request that is sent again does nothing again. */
@Tag("server")
abstract class RepeatsJourney extends Journey {

  RepeatsJourney(TestServer server) {
    super(server);
  }

  @Test
  void answersARepeatedRequestWithItsFirstAnswer() {
    Practice.Doctor doctor = practice.doctor();
    Client keyed = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    Map<String, Object> booking = doctor.booking(practice.patient(), start(doctor, 4));
    Answer first = keyed.post("/api/appointments", booking).expect(201);
    Stored before = Stored.in(server.dataSource());

    Answer second = keyed.post("/api/appointments", booking).expect(201);

    assertThat(second.body()).isEqualTo(first.body());
    booking.put("startsAt", start(doctor, 9));
    keyed.post("/api/appointments", booking).expect(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);

    String path = first.header("Location").orElseThrow();
    Client moving = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    Map<String, Object> move = Map.of("startsAt", start(doctor, 9));
    Answer moved = moving.post(path + "/reschedule", move).expect(200);
    assertThat(moving.post(path + "/reschedule", move).expect(200).body()).isEqualTo(moved.body());
    moving.post(path + "/cancel", null).expect(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void answersTheSameIdWithTheSameVisit() {
    Practice.Doctor doctor = practice.doctor();
    Map<String, Object> booking = doctor.booking(practice.patient(), start(doctor, 4));
    booking.put("appointmentId", UUID.randomUUID().toString());
    Answer first = admin.post("/api/appointments", booking).expect(201);
    Stored before = Stored.in(server.dataSource());

    assertThat(admin.post("/api/appointments", booking).expect(201).body()).isEqualTo(first.body());

    booking.put("startsAt", start(doctor, 9));
    admin.post("/api/appointments", booking).expect(409, "ID_ALREADY_USED");
    assertThat(Stored.in(server.dataSource())).isEqualTo(before);
  }

  @Test
  void aYesThatArrivesAgainAfterANoIsNoYes() {
    String consents = "/api/patients/" + practice.patient() + "/consents";
    Client keyed = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    Map<String, Object> yes = Map.of("channel", "push", "given", true);
    Map<String, Object> no = Map.of("channel", "push", "given", false);
    keyed.post(consents, yes).expect(200);
    admin.post(consents, no).expect(200);

    keyed.post(consents, yes).expect(200);

    admin.post(consents, Map.of("channel", "sms", "given", true)).expect(200);
    JsonNode ledger =
        Await.until(
            () -> admin.get(consents).body().path("entries"),
            entries -> entries.toString().contains("sms"));
    assertThat(ledger.valueStream().map(entry -> entry.path("given").asBoolean()))
        .containsExactly(true, false, true);
    keyed.post(consents, no).expect(422, "IDEMPOTENCY_KEY_REUSED");
    admin.with("Idempotency-Key", " ").post(consents, yes).expect(400, "INVALID_REQUEST");
  }

  @Test
  void aLegalHoldThatArrivesAgainAfterItWasLiftedIsNotPlaced() {
    String patient = "/api/patients/" + practice.patient();
    Client keyed = admin.with("Idempotency-Key", "key-" + UUID.randomUUID());
    keyed.post(patient + "/legal-hold", null).expect(200);
    admin.delete(patient + "/legal-hold").expect(204);

    keyed.post(patient + "/legal-hold", null).expect(200);

    admin.post(patient + "/erase", Map.of("ground", "patient_request")).expect(202);
    // Or its last event falls among those of another test.
    Await.until(
        () -> admin.get(patient + "/erasure").expect(200).text("receipt"), text -> !text.isEmpty());
  }
}
