package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Time that a doctor has for no visit, for what they have elsewhere. */
abstract class TimesAwayJourney extends Journey {

  TimesAwayJourney(TestServer server) {
    super(server);
  }

  @Test
  void keepsClearOfWhatOtherCalendarsHold() {
    Practice.Doctor doctor = practice.doctor();
    String slot = start(doctor, 6);
    String connection = UUID.randomUUID().toString();
    Map<String, Object> entry =
        Map.of(
            "externalId",
            "e1",
            "startsAt",
            slot,
            "endsAt",
            Instant.parse(slot).plus(30, ChronoUnit.MINUTES).toString(),
            "status",
            "busy");
    report(doctor, connection, List.of(entry), List.of());
    assertThat(starts(doctor)).doesNotContain(slot);
    book(doctor, practice.patient(), slot).expect(409, "SLOT_TAKEN");
    assertThat(agendaKinds(doctor)).contains("external_busy");

    report(doctor, connection, List.of(), List.of("e1"));
    assertThat(starts(doctor)).contains(slot);
    book(doctor, practice.patient(), slot).expect(201);
  }

  private void report(Practice.Doctor doctor, String connection, List<?> seen, List<String> gone) {
    admin
        .post(
            doctor.path("/external-busy-times"),
            Map.of(
                "connectionId", connection,
                "source", "google",
                "seen", seen,
                "goneExternalIds", gone))
        .expect(204);
  }

  @Test
  void blocksTimeOffOnceItIsApproved() {
    Practice.Doctor doctor = practice.doctor();
    Client own = server.anonymous().login(doctor.login(), "long enough");
    String slot = start(doctor, 6);
    Instant start = Instant.parse(slot);
    String id =
        own.post(
                doctor.path("/time-off"),
                Map.of(
                    "startAt", start.minusSeconds(3600).toString(),
                    "endAt", start.plusSeconds(7200).toString(),
                    "reason", "Conference"))
            .expect(201)
            .text("timeOffId");
    own.post(doctor.path("/time-off/" + id + "/approve"), null).expect(403);
    assertThat(starts(doctor)).contains(slot);

    admin.post(doctor.path("/time-off/" + id + "/approve"), null).expect(200);
    assertThat(starts(doctor)).doesNotContain(slot);
    assertThat(book(doctor, practice.patient(), slot).status()).isIn(409, 422);
    assertThat(agendaKinds(doctor)).contains("time_off");

    admin.post(doctor.path("/time-off/" + id + "/cancel"), null).expect(200);
    assertThat(starts(doctor)).contains(slot);
  }

  private List<String> agendaKinds(Practice.Doctor doctor) {
    return admin
        .get(doctor.path("/agenda"))
        .expect(200)
        .body()
        .path("entries")
        .findValuesAsString("kind");
  }
}
