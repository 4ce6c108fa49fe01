package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What differs between two instants of the log, and who made it differ. */
@Tag("server")
class ChangesJourneyTest {

  private static TestServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsWhatBecameOfAVisitAndThroughWhom() {
    Practice.Doctor doctor = practice.doctor();
    List<String> starts = doctor.slots(admin).findValuesAsString("startsAt");
    String visit =
        admin
            .post("/api/appointments", doctor.booking(practice.patient("mover"), starts.get(5)))
            .expect(201)
            .header("Location")
            .orElseThrow();
    Client patients = server.anonymous().login("mover", Practice.PASSWORD);
    Client doctors = server.anonymous().login(doctor.login(), "long enough");
    doctors
        .post(visit + "/reschedule", Map.of("startsAt", starts.get(9), "reason", "Theatre"))
        .expect(200);
    patients.post(visit + "/reschedule", Map.of("startsAt", starts.get(5))).expect(200);
    admin.post(visit + "/cancel", Map.of("reason", "Better now")).expect(200);
    List<JsonNode> deeds = deeds(visit);
    String booked = deeds.get(0).path("occurredAt").asString();
    String cancelled = deeds.get(3).path("occurredAt").asString();

    JsonNode first = changes(visit, booked, deeds.get(1).path("occurredAt").asString());
    assertThat(fields(first))
        .containsEntry("startsAt", "\"" + starts.get(5) + "\" -> \"" + starts.get(9) + "\"")
        .containsEntry("statusReason", "null -> \"Theatre\"")
        .doesNotContainKeys("status", "doctorId", "reason", "rescheduleCount");
    assertThat(first.path("entries")).hasSize(1);
    JsonNode entry = first.path("entries").path(0);
    assertThat(entry.path("action").asString()).isEqualTo("rescheduled");
    assertThat(entry.path("actorId").asString()).isEqualTo(doctor.id);
    assertThat(entry.path("eventId")).isEqualTo(deeds.get(1).path("eventId"));
    assertThat(change(first, "startsAt").path("eventIds").path(0)).isEqualTo(entry.path("eventId"));

    JsonNode all = changes(visit, booked, cancelled);
    assertThat(fields(all))
        .as("moved there and back")
        .doesNotContainKeys("startsAt", "endsAt")
        .containsEntry("status", "\"confirmed\" -> \"cancelled\"");
    assertThat(all.path("entries").findValuesAsString("action"))
        .containsExactly("rescheduled", "rescheduled", "cancelled");
    assertThat(change(all, "rescheduleCount").path("eventIds"))
        .as("the patient's move, not the practice's and not the end")
        .hasSize(1);

    assertThat(fields(changes(visit, "2026-01-01", booked)))
        .as("from before it was booked")
        .containsEntry("startsAt", "null -> \"" + starts.get(5) + "\"");
    assertThat(changes(visit, cancelled, cancelled).path("changes")).isEmpty();
    assertThat(
            server
                .auditor()
                .after(admin)
                .get(visit + "/changes?from=" + cancelled)
                .body()
                .path("entries"))
        .as("until now")
        .isEmpty();
  }

  @Test
  void tellsWhatWasChangedInASchedule() {
    Practice.Doctor doctor = practice.doctor();
    String evening = "2100-01-04T18:00:00Z";
    String before = instantOfLast(doctor);
    String template =
        doctor.addTemplate(Map.of("dayOfWeek", "MONDAY", "workStart", "23:40", "workEnd", "23:50"));
    String added = instantOfLast(doctor);
    admin
        .post(
            "/api/appointments",
            doctor.booking(
                practice.patient(), doctor.slots(admin).get(3).path("startsAt").asString()))
        .expect(201);
    admin.delete(doctor.path("/templates/" + template)).expect(204);
    String away =
        admin
            .post(
                doctor.path("/exceptions"),
                Map.of("startAt", "2100-01-04T08:00:00Z", "endAt", evening, "status", "blocked"))
            .expect(201)
            .text("exceptionId");
    withdrawTypeOf(doctor);
    String last = instantOfLast(doctor);

    JsonNode first = changes(doctor.path(""), before, added);
    assertThat(fields(first)).containsOnlyKeys("templates." + template);
    assertThat(change(first, "templates." + template).path("after").path("workEnd").asString())
        .startsWith("23:50");

    JsonNode second = changes(doctor.path(""), added, last);
    assertThat(fields(second))
        .as("a visit booked is none of the schedule's changes")
        .containsOnlyKeys(
            "templates." + template,
            "exceptions." + away,
            "appointmentTypes." + doctor.type + ".withdrawn");
    assertThat(change(second, "templates." + template).path("after").isNull()).isTrue();
    assertThat(second.path("entries").findValuesAsString("action"))
        .containsExactly("template_removed", "exception_added", "appointment_type_withdrawn");
    assertThat(fields(changes(doctor.path(""), before, last)))
        .as("came and went")
        .doesNotContainKey("templates." + template);
  }

  @Test
  void tellsWhichSlotsOpenedAndClosed() {
    Practice.Doctor doctor = practice.doctor();
    List<String> starts = doctor.slots(admin).findValuesAsString("startsAt");
    String before = instantOfLast(doctor);
    admin.post("/api/appointments", doctor.booking(practice.patient(), starts.get(40))).expect(201);
    String booked =
        admin
            .get("/api/audit/events?doctorId=" + doctor.id + "&action=booked")
            .body()
            .path("items")
            .path(0)
            .path("occurredAt")
            .asString();
    String slots = doctor.path("/availability/changes?appointmentTypeId=" + doctor.type);

    JsonNode taken = admin.get(slots + "&from=" + before + "&to=" + booked).expect(200).body();
    assertThat(taken.path("closed").findValuesAsString("startsAt")).containsExactly(starts.get(40));
    assertThat(taken.path("opened")).isEmpty();

    JsonNode all = admin.get(slots + "&from=2026-01-01&to=" + before).expect(200).body();
    assertThat(all.path("opened").findValuesAsString("startsAt"))
        .as("before it, nobody was there")
        .contains(starts.get(40));

    withdrawTypeOf(doctor);
    JsonNode none = admin.get(slots + "&from=" + booked).expect(200).body();
    assertThat(none.path("closed").findValuesAsString("startsAt")).contains(starts.get(41));
  }

  /** One visit of the type is booked: the answer names it. */
  private static void withdrawTypeOf(Practice.Doctor doctor) {
    assertThat(
            admin
                .delete(doctor.path("/appointment-types/" + doctor.type))
                .expect(200)
                .body()
                .path("visitsHit"))
        .hasSize(1);
  }

  private static List<JsonNode> deeds(String visit) {
    return admin
        .get(visit + "/timeline")
        .expect(200)
        .body()
        .path("entries")
        .valueStream()
        .filter(entry -> !entry.path("action").asString().startsWith("notification"))
        .toList();
  }

  private static String instantOfLast(Practice.Doctor doctor) {
    List<String> instants =
        admin
            .get("/api/audit/events?limit=200&doctorId=" + doctor.id)
            .expect(200)
            .body()
            .path("items")
            .findValuesAsString("occurredAt");
    return instants.get(instants.size() - 1);
  }

  private static JsonNode changes(String path, String from, String to) {
    return admin.get(path + "/changes?from=" + from + "&to=" + to).expect(200).body();
  }

  private static JsonNode change(JsonNode changes, String field) {
    return changes
        .path("changes")
        .valueStream()
        .filter(change -> change.path("field").asString().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> fields(JsonNode changes) {
    Map<String, String> fields = new TreeMap<>();
    changes
        .path("changes")
        .forEach(
            change ->
                fields.put(
                    change.path("field").asString(),
                    change.get("before") + " -> " + change.get("after")));
    return fields;
  }
}
