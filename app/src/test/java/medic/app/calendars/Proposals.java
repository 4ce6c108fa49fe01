package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medic.app.journey.Client;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody does to a copy over there is a proposal here, or is put back. */
@Tag("server")
abstract class Proposals extends SyncScenario {

  Proposals(CalendarServer shared) {
    super(shared);
  }

  @Test
  void aMoveOverThereIsProposedAndFollowedWhenAccepted() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    String there = slot(30);
    google.moves(account, Calendars.copyOf(appointment), there, plus(there, 45));
    calendars.round(connection);

    JsonNode proposal = proposals().get(0);
    assertThat(proposal.path("change").asString()).isEqualTo("move");
    assertThat(proposal.path("proposedStartsAt").asString()).isEqualTo(there);
    assertThat(proposal.path("appointmentId").asString()).isEqualTo(appointment);
    calendars.round(connection);
    assertThat(proposals()).as("seen again it is the same").hasSize(1);

    Client himself = server.anonymous().login(doctor.login(), "long enough");
    String path = doctor.path("/calendar-proposals/" + proposal.path("proposalId").asString());
    himself.post(path + "/accept", null).expect(204);

    JsonNode visit = himself.get("/api/appointments/" + appointment).expect(200).body();
    assertThat(visit.path("startsAt").asString()).isEqualTo(there);
    assertThat(proposals()).isEmpty();
    calendars.settle(connection);
    assertThat(at(copy(appointment), "end"))
        .as("a visit keeps its length")
        .isEqualTo(Instant.parse(plus(there, 30)));
    himself.post(path + "/accept", null).expect(404, "NOT_FOUND");
    nothingMoreHappens();
    List<String> actions =
        admin
            .get("/api/appointments/" + appointment + "/timeline")
            .expect(200)
            .body()
            .path("entries")
            .findValuesAsString("action");
    assertThat(actions)
        .containsSubsequence(
            "booked", "calendar_change_proposed", "rescheduled", "calendar_change_settled");
  }

  @Test
  void aMoveThatIsRefusedIsPutBack() {
    String start = slot(9);
    String appointment = booked(start);
    calendars.round(connection);
    String there = slot(30);
    google.moves(account, Calendars.copyOf(appointment), there, plus(there, 30));
    calendars.round(connection);
    String proposal = proposals().get(0).path("proposalId").asString();

    admin.post(doctor.path("/calendar-proposals/" + proposal + "/refuse"), null).expect(204);
    calendars.round(connection);

    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(start));
    assertThat(proposals()).isEmpty();
    nothingMoreHappens();
  }

  @Test
  void aMoveToWhereNothingIsOfferedCannotBeAccepted() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    String taken = slot(30);
    booked(taken);
    google.moves(account, Calendars.copyOf(appointment), taken, plus(taken, 30));
    calendars.round(connection);
    String path =
        doctor.path("/calendar-proposals/" + proposals().get(0).path("proposalId").asString());

    admin.post(path + "/accept", null).expect(409, "SLOT_TAKEN");

    assertThat(proposals()).as("stays open").hasSize(1);
    admin.post(path + "/refuse", null).expect(204);
    nothingMoreHappens();
  }

  @Test
  void aMoveThatIsTakenBackIsNoLongerProposed() {
    String start = slot(9);
    String appointment = booked(start);
    calendars.round(connection);
    google.moves(account, Calendars.copyOf(appointment), slot(30), plus(slot(30), 30));
    calendars.round(connection);
    assertThat(proposals()).hasSize(1);
    google.moves(account, Calendars.copyOf(appointment), start, plus(start, 30));
    calendars.round(connection);
    assertThat(proposals()).isEmpty();
    nothingMoreHappens();
  }

  @Test
  void aDeletionOverThereIsProposedAndMayBeAccepted() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    google.deletes(account, Calendars.copyOf(appointment));
    calendars.round(connection);
    JsonNode proposal = proposals().get(0);
    assertThat(proposal.path("change").asString()).isEqualTo("cancel");
    assertThat(admin.get("/api/appointments/" + appointment).text("status")).isEqualTo("confirmed");

    admin
        .post(
            doctor.path(
                "/calendar-proposals/" + proposal.path("proposalId").asString() + "/accept"),
            null)
        .expect(204);

    assertThat(admin.get("/api/appointments/" + appointment).text("status")).isEqualTo("cancelled");
    nothingMoreHappens();
    assertThat(google.alive(account)).isEmpty();
  }

  @Test
  void aDeletionIsFoundThoughTheTokenLapsedAndBroughtBackWhenRefused() {
    String start = slot(9);
    String appointment = booked(start);
    calendars.round(connection);
    google.puts(account, slot(40), plus(slot(40), 30));
    google.deletes(account, Calendars.copyOf(appointment));
    google.control("POST", "expire-sync-tokens", null);
    calendars.round(connection);
    String proposal = proposals().get(0).path("proposalId").asString();

    admin.post(doctor.path("/calendar-proposals/" + proposal + "/refuse"), null).expect(204);
    calendars.round(connection);

    assertThat(copy(appointment).path("status").asString()).isEqualTo("confirmed");
    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(start));
    nothingMoreHappens();
  }

  @Test
  void aVisitThatChangesHereOvertakesWhatWasProposed() {
    String appointment = booked(slot(9));
    calendars.round(connection);
    google.moves(account, Calendars.copyOf(appointment), slot(30), plus(slot(30), 30));
    calendars.round(connection);
    assertThat(proposals()).hasSize(1);
    String ours = slot(35);
    admin
        .post("/api/appointments/" + appointment + "/reschedule", Map.of("startsAt", ours))
        .expect(200);
    calendars.round(connection);
    assertThat(proposals()).isEmpty();
    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(ours));
    nothingMoreHappens();
  }

  @Test
  void aVisitMadeToLastAllDayOrLongerIsPutBack() {
    String start = slot(9);
    String appointment = booked(start);
    calendars.round(connection);
    google.moves(account, Calendars.copyOf(appointment), start, plus(start, 90));
    calendars.settle(connection);
    assertThat(at(copy(appointment), "end")).isEqualTo(Instant.parse(plus(start, 30)));

    Map<String, Object> day = new HashMap<>();
    day.put("date", start.substring(0, 10));
    day.put("dateTime", null);
    Map<String, Object> next = new HashMap<>(day);
    next.put("date", plus(start, 24 * 60).substring(0, 10));
    google.changes(account, Calendars.copyOf(appointment), Map.of("start", day, "end", next));
    calendars.settle(connection);
    assertThat(at(copy(appointment), "start")).isEqualTo(Instant.parse(start));
    assertThat(copy(appointment).path("start").has("date")).isFalse();
    assertThat(proposals()).isEmpty();
    nothingMoreHappens();
  }
}
