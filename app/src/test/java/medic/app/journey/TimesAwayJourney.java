package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Time that a doctor has for no visit, for what they have elsewhere. */
@Tag("server")
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

  @Test
  void approvesSickLeaveThatIsOverAndThePastShowsIt() {
    Practice.Doctor doctor = practice.doctor();
    Client own = server.anonymous().login(doctor.login(), "long enough");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant start = now.minus(3, ChronoUnit.DAYS);
    Instant end = now.minus(2, ChronoUnit.DAYS);
    String id =
        own.post(
                doctor.path("/time-off"),
                Map.of("startAt", start.toString(), "endAt", end.toString(), "reason", "Flu"))
            .expect(201)
            .text("timeOffId");
    JsonNode asked = timeOff(own, doctor, start, end);
    assertThat(asked.path("id").asString()).isEqualTo(id);
    assertThat(asked.path("status").asString()).isEqualTo("requested");

    admin.post(doctor.path("/time-off/" + id + "/approve"), null).expect(200);
    JsonNode approved = timeOff(admin, doctor, start, end);
    assertThat(approved.path("status").asString()).isEqualTo("approved");
    assertThat(approved.path("startsAt").asString()).isEqualTo(start.toString());
    admin.post(doctor.path("/time-off/" + id + "/approve"), null).expect(200);
    admin.post(doctor.path("/time-off/" + id + "/reject"), null).expect(422, "INVALID_TRANSITION");

    admin.post(doctor.path("/time-off/" + id + "/cancel"), null).expect(200);
    assertThat(timeOff(admin, doctor, start, end).path("status").asString()).isEqualTo("cancelled");
    String other =
        own.post(
                doctor.path("/time-off"),
                Map.of("startAt", start.toString(), "endAt", end.toString()))
            .expect(201)
            .text("timeOffId");
    admin.post(doctor.path("/time-off/" + other + "/reject"), null).expect(200);
  }

  private static JsonNode timeOff(
      Client client, Practice.Doctor doctor, Instant from, Instant until) {
    JsonNode entries =
        client
            .get(doctor.path("/agenda?from=" + from + "&to=" + until))
            .expect(200)
            .body()
            .path("entries");
    for (JsonNode entry : entries) {
      if (entry.path("kind").asString().equals("time_off")) {
        return entry;
      }
    }
    throw new AssertionError("no time off among " + entries);
  }

  @Test
  void namesTheVisitsThatARemovalOrAnEntryOfACalendarHits() {
    Practice.Doctor doctor = practice.doctor();
    JsonNode slot = doctor.slots(admin).get(50);
    String start = slot.path("startsAt").asString();
    String visit = book(doctor, practice.patient(), start).expect(201).text("appointmentId");
    String connection = UUID.randomUUID().toString();
    String copy = "medic" + visit.replace("-", "") + "@google.com";
    String path = doctor.path("/external-busy-times");
    admin.post(path, seen(connection, copy, slot, "busy")).expect(204);
    assertThat(hit(admin.post(path, seen(connection, "dentist", slot, "busy")).expect(200)))
        .containsExactly(visit);
    assertThat(hit(admin.post(path, seen(connection, "dentist", slot, "busy")).expect(200)))
        .containsExactly(visit);
    admin.post(path, seen(connection, "dentist", slot, "free")).expect(204);

    String type = doctor.path("/appointment-types/" + doctor.type);
    for (int i = 0; i < 2; i++) {
      assertThat(hit(admin.delete(type).expect(200))).containsExactly(visit);
    }
    assertThat(hit(admin.get(doctor.path("/visits-hit/open")).expect(200))).containsExactly(visit);
  }

  private static Map<String, Object> seen(
      String connection, String entry, JsonNode slot, String status) {
    return Map.of(
        "connectionId",
        connection,
        "source",
        "google",
        "seen",
        List.of(
            Map.of(
                "externalId",
                entry,
                "startsAt",
                slot.path("startsAt").asString(),
                "endsAt",
                slot.path("endsAt").asString(),
                "status",
                status)));
  }

  private static List<String> hit(Answer answer) {
    return answer.body().path("visitsHit").findValuesAsString("appointmentId");
  }

  @Test
  void namesTheVisitsThatRemovedHoursAndOpeningsHit() {
    Practice.Doctor doctor = practice.doctor();
    String hours =
        doctor.addTemplate(Map.of("dayOfWeek", "MONDAY", "workStart", "23:40", "workEnd", "23:50"));
    admin.delete(doctor.path("/templates/" + hours)).expect(204);
    String start = start(doctor, 50);
    String visit = book(doctor, practice.patient(), start).expect(201).text("appointmentId");
    JsonNode all = admin.get(doctor.path("")).expect(200).body().path("templates");
    List<String> hit = new ArrayList<>();
    for (JsonNode template : all) {
      Answer gone =
          admin.delete(doctor.path("/templates/" + template.path("templateId").asString()));
      assertThat(gone.status()).as(gone.raw().body()).isIn(200, 204);
      hit.addAll(hit(gone));
    }
    assertThat(hit).containsExactly(visit);
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
