package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import medic.events.id.ConnectionId;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.sync.CalendarRounds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When rounds are due, who asks for them, and what one of them may hold up. */
@Tag("server")
abstract class Rounds extends CalendarScenario {

  Rounds(CalendarServer shared) {
    super(shared);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.settle(id);
    String appointment = booked(slot(3));
    google.control(
        "POST",
        "faults",
        Map.of(
            "request",
            "POST .*/events$",
            "status",
            403,
            "reason",
            "rateLimitExceeded",
            "retryAfterSeconds",
            600));
    calendars.round(id);
    String due =
        calendars.text(
            "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from work.calendar_connection where connection_id = ?",
            id.value());
    assertThat(Instant.parse(due))
        .isBetween(Instant.now().plusSeconds(570), Instant.now().plusSeconds(630));
    booked(slot(5));
    calendars.catchUp();
    assertThat(
            calendars.text(
                "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                    + " from work.calendar_connection where connection_id = ?",
                id.value()))
        .as("a booking does not make it hurry")
        .isEqualTo(due);
    calendars.round(id);
    assertThat(google.alive(account)).hasSize(2);
    assertThat(connection(id).path("lastError").isMissingNode()).isTrue();
    assertThat(Calendars.copyOf(appointment)).isNotEmpty();
  }

  @Test
  void aCopyThatIsRefusedWaitsVisiblyAndHoldsUpNoOther() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.settle(id);
    booked(slot(3));
    booked(slot(5));
    google.fails("POST .*/events$", 400, 1);
    calendars.round(id);
    assertThat(google.alive(account)).hasSize(1);
    JsonNode queue =
        admin.get(doctor.path("/calendar-connections/" + id.value() + "/queue")).body();
    assertThat(queue.path("failing").asInt()).isEqualTo(1);
    assertThat(queue.path("lastError").asString()).contains("400");

    admin.post(doctor.path("/calendar-connections/" + id.value() + "/sync"), null).expect(202);
    calendars.round(id);
    assertThat(google.alive(account)).hasSize(2);
  }

  @Test
  void believesNobodyWhoDoesNotKnowTheChannel() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.round(id);
    String channel =
        calendars.text(
            "select channel_id from work.calendar_channel where connection_id = ?", id.value());
    URI address = URI.create(server.address() + "/api/calendar-connections/google/notifications");
    for (List<String> told : List.of(List.of(channel, "wrong"), List.of("unknown", "wrong"))) {
      var answer =
          google.send(
              HttpRequest.newBuilder(address)
                  .header("X-Goog-Channel-ID", told.get(0))
                  .header("X-Goog-Channel-Token", told.get(1))
                  .header("X-Goog-Resource-ID", "some")
                  .header("X-Goog-Resource-State", "exists")
                  .POST(BodyPublishers.noBody()));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(
            google.send(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPushDuringARoundAsksForAnother() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.settle(id);
    var table = server.bean(RoundTable.class);
    Instant now = Instant.now();
    var atWork = table.claim(id, now).orElseThrow();
    assertThat(table.claim(id, now)).as("one process at a time").isEmpty();
    String before = dueAt(id);
    google.puts(account, "2027-03-01T08:00:00Z", "2027-03-01T09:00:00Z");
    Calendars.await(() -> !dueAt(id).equals(before));
    table.done(atWork, now.plusSeconds(3600), now);
    assertThat(Instant.parse(dueAt(id))).isBefore(now.plusSeconds(60));
    calendars.round(id);
    assertThat(busyTimes(id)).isEqualTo(1);
  }

  private String dueAt(ConnectionId id) {
    return calendars.text(
        "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            + " from work.calendar_connection where connection_id = ?",
        id.value());
  }

  @Test
  void aNewChannelIsOpenBeforeTheOldOneIsStopped() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.round(id);
    String first =
        calendars.text(
            "select channel_id from work.calendar_channel where connection_id = ?", id.value());
    calendars.execute(
        "update work.calendar_connection set channel_due_at = now() where connection_id = ?",
        id.value());
    google.fails("POST .*/channels/stop", 503, 1);
    calendars.round(id);
    assertThat(
            calendars.text(
                "select string_agg(channel_id, ' ') from work.calendar_channel"
                    + " where connection_id = ?",
                id.value()))
        .isNotEqualTo(first)
        .doesNotContain(" ");
  }

  @Test
  void aRoundThatWasOvertakenSavesNothing() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.settle(id);
    var table = server.bean(RoundTable.class);
    var slow = table.claim(id, Instant.now()).orElseThrow();
    calendars.execute(
        "update work.calendar_connection set leased_until = now() - interval '1 second'"
            + " where connection_id = ?",
        id.value());
    google.puts(account, "2027-03-01T08:00:00Z", "2027-03-01T09:00:00Z");
    calendars.round(id);
    String cursor = connection(id).path("syncCursor").asString();
    google.puts(account, "2027-03-02T08:00:00Z", "2027-03-02T09:00:00Z");

    server.bean(CalendarRounds.class).run(slow);

    assertThat(connection(id).path("syncCursor").asString()).isEqualTo(cursor);
    calendars.round(id);
    assertThat(busyTimes(id)).isEqualTo(2);
  }
}
