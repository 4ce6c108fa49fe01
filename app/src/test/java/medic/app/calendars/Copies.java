package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.app.journey.Practice;
import medic.events.id.ConnectionId;
import medic.events.id.PatientId;
import medic.sagas.calendars.copies.ForgetsCopies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes out: a copy of each visit that is agreed. */
@Tag("server")
abstract class Copies extends SyncScenario {

  Copies(CalendarServer shared) {
    super(shared);
  }

  @Test
  void anAgreedVisitIsCopiedWithoutThePatientsName() {
    String start = slot(12);
    String appointment = booked(start);
    calendars.round(connection);

    JsonNode copy = copy(appointment);
    assertThat(at(copy, "start")).isEqualTo(Instant.parse(start));
    assertThat(at(copy, "end")).isEqualTo(Instant.parse(plus(start, 30)));
    assertThat(copy.path("summary").asString()).isEqualTo("Appointment");
    assertThat(copy.toString()).doesNotContain("Grace");
    JsonNode ours = copy.path("extendedProperties").path("private");
    assertThat(ours.path("medicAppointment").asString()).isEqualTo(appointment);
    assertThat(ours.path("medicRevision").asString()).isEqualTo("0");
    assertThat(busyTimes()).as("an echo takes no time").isZero();
    nothingMoreHappens();

    String later = slot(20);
    admin
        .post("/api/appointments/" + appointment + "/reschedule", Map.of("startsAt", later))
        .expect(200);
    calendars.round(connection);
    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(later));
    nothingMoreHappens();

    admin.post("/api/appointments/" + appointment + "/cancel", Map.of()).expect(200);
    calendars.round(connection);
    assertThat(google.alive(account)).isEmpty();
    nothingMoreHappens();
    assertThat(proposals()).isEmpty();
  }

  @Test
  void aRequestIsCopiedOnceItIsConfirmed() {
    String type = doctor.addType(Map.of("requiresConfirmation", true));
    Map<String, Object> wish = doctor.booking(practice.patient(), slot(5));
    wish.put("appointmentTypeId", type);
    String appointment = admin.post("/api/appointments", wish).expect(201).text("appointmentId");
    calendars.round(connection);
    assertThat(google.alive(account)).isEmpty();

    admin.post("/api/appointments/" + appointment + "/confirm", Map.of()).expect(200);
    calendars.round(connection);
    assertThat(google.alive(account)).hasSize(1);
  }

  @Test
  void whatWasBookedBeforeIsCopiedAndNamesAreShownWhereAsked() {
    Practice.Doctor other = practice.doctor();
    String mail = UUID.randomUUID() + "@example.org";
    String start = other.slots(admin).get(7).path("startsAt").asString();
    admin.post("/api/appointments", other.booking(practice.patient(), start)).expect(201);

    calendars.settle(named(other, mail));

    assertThat(google.alive(mail)).hasSize(1);
    assertThat(google.alive(mail).get(0).path("summary").asString()).isEqualTo("Grace Patient");
  }

  @Test
  void anErasedPatientsNameGoesFromThereThoughGoogleIsDownAndTheProcessDies() {
    connection = named(doctor, account);
    String patient = practice.patient();
    String kept = booked(patient, slot(9));
    String deleted = booked(patient, slot(11));
    calendars.settle(connection);
    assertThat(copy(kept).path("summary").asString()).isEqualTo("Grace Patient");
    isOver(kept);
    isOver(deleted);
    google.deletes(account, Calendars.copyOf(deleted));
    calendars.settle(connection);

    server.bean(ForgetsCopies.class).forget(new PatientId(UUID.fromString(patient)));
    google.fails("PATCH ", 503, 1);
    calendars.round(connection);
    assertThat(copy(kept).path("summary").asString()).isEqualTo("Grace Patient");
    for (int steps = 0; steps < 20; steps++) {
      Crashes.survives(steps, () -> calendars.round(connection));
      calendars.timePasses(connection);
    }

    assertThat(copy(kept).path("summary").asString()).isEqualTo("Appointment");
    assertThat(copy(deleted).path("status").asString()).isEqualTo("cancelled");
    nothingMoreHappens();
  }

  private ConnectionId named(Practice.Doctor of, String mail) {
    JsonNode made = calendars.connect(of, mail, Map.of("showPatientNames", true));
    return ConnectionId.of(made.path("connectionId").asString());
  }

  private String booked(String patient, String startsAt) {
    return admin
        .post("/api/appointments", doctor.booking(patient, startsAt))
        .expect(201)
        .text("appointmentId");
  }

  /** As seen a month later. */
  private void isOver(String appointment) {
    JsonNode copy = copy(appointment);
    Instant starts = at(copy, "start").minus(30, ChronoUnit.DAYS);
    Instant ends = at(copy, "end").minus(30, ChronoUnit.DAYS);
    calendars.execute(
        "update work.calendar_copy set starts_at = starts_at - interval '30 days',"
            + " ends_at = ends_at - interval '30 days' where appointment_id = ?",
        UUID.fromString(appointment));
    google.moves(account, Calendars.copyOf(appointment), starts.toString(), ends.toString());
  }

  @Test
  void aCopyThatGoogleRejectsIsADeadLetterThatCanBeTriedAgain() {
    google.fails("POST .*/events$", 400, 1);
    String appointment = booked(slot(13));
    calendars.settle(connection);
    JsonNode letter = rejected(appointment).orElseThrow();
    assertThat(letter.path("errorReason").asString()).startsWith("Google answered 400");
    assertThat(google.alive(account)).isEmpty();

    admin
        .post("/api/admin/dead-letters/" + letter.path("id").asString() + "/retry", null)
        .expect(202);
    calendars.settle(connection);
    assertThat(google.alive(account)).hasSize(1);
    assertThat(rejected(appointment)).isEmpty();
  }

  private Optional<JsonNode> rejected(String appointment) {
    return admin
        .get("/api/admin/dead-letters?limit=200")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(letter -> letter.path("source").asString().equals("calendar_copy"))
        .filter(letter -> letter.at("/details/appointmentId").asString().equals(appointment))
        .findFirst();
  }

  @Test
  void anInsertWhoseAnswerWasLostIsNotMadeTwice() {
    String appointment = booked(slot(9));
    google.failsAfterTheDeed("POST .*/events$", 500);
    calendars.round(connection);
    assertThat(google.alive(account)).hasSize(1);
    calendars.round(connection);
    assertThat(google.alive(account)).hasSize(1);
    assertThat(copy(appointment).path("etag").asString())
        .isEqualTo(
            calendars.text(
                "select remote_etag from work.calendar_copy where connection_id = ?",
                connection.value()));
    nothingMoreHappens();
  }

  @Test
  void aChangeOverThereDuringOursIsReadFirstAndItsNotesAreKept() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    google.changes(account, Calendars.copyOf(appointment), Map.of("description", "bring X-rays"));
    String later = slot(20);
    admin
        .post("/api/appointments/" + appointment + "/reschedule", Map.of("startsAt", later))
        .expect(200);

    calendars.round(connection);

    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(later));
    assertThat(copy(appointment).path("description").asString()).isEqualTo("bring X-rays");
    assertThat(proposals()).isEmpty();
    nothingMoreHappens();
  }
}
