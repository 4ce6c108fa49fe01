package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Consent, tokens, broken grants and limits, over HTTP against the fake. */
@ExtendWith(OutputCaptureExtension.class)
class CalendarConnectionTest {

  private static Google google;
  private static TestServer server;
  private static Client admin;
  private static Practice practice;
  private static Calendars calendars;

  private Practice.Doctor doctor;
  private String account;

  @BeforeAll
  static void start() {
    google = new Google(2);
    server = TestServer.start(google.settings("medic.calendars.worker=false"));
    admin = server.admin();
    practice = new Practice(admin);
    calendars = new Calendars(server, google);
  }

  @AfterAll
  static void stop() {
    server.close();
    google.close();
  }

  @BeforeEach
  void somebody() {
    google.control("DELETE", "faults", null);
    doctor = practice.doctor();
    account = UUID.randomUUID() + "@example.org";
    google.consentsAs(account);
  }

  private Answer comesBack(URI back, String cookie) {
    var answer = google.send(HttpRequest.newBuilder(back).header("Cookie", cookie));
    var body = answer.body().isEmpty() ? "null" : answer.body();
    return new Answer(
        answer.statusCode(),
        tools.jackson.databind.json.JsonMapper.shared().readTree(body),
        answer);
  }

  private JsonNode connection(ConnectionId id) {
    return admin.get(doctor.path("/calendar-connections/" + id.value())).expect(200).body();
  }

  private String booked(int slot) {
    String start = doctor.slots(admin).get(slot).path("startsAt").asString();
    return admin
        .post("/api/appointments", doctor.booking(practice.patient(), start))
        .expect(201)
        .text("appointmentId");
  }

  private long events(String type) {
    return calendars.number(
        "select count(*) from store.domain_event_entry where payload_type like ?"
            + " and convert_from(payload, 'UTF8') like ?",
        "%." + type,
        "%" + doctor.id + "%");
  }

  @Test
  void aConsentWorksOnceAndOnlyInTheBrowserItBeganIn() {
    Answer begun = calendars.begin(doctor, Map.of()).expect(200);
    assertThat(begun.text("authorizationUrl"))
        .contains("code_challenge_method=S256", "access_type=offline", "prompt=consent")
        .doesNotContain("code_verifier");
    assertThat(begun.header("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    URI back = google.consentAt(begun.text("authorizationUrl"));

    comesBack(back, "medic-consent=another").expect(422, "CONSENT_UNKNOWN");
    Answer connected = comesBack(back, Consents.cookie(begun)).expect(200);
    comesBack(back, Consents.cookie(begun)).expect(422, "CONSENT_UNKNOWN");

    assertThat(connected.text("calendar")).isEqualTo(account);
    assertThat(connected.text("status")).isEqualTo("connected");
    assertThat(events("CalendarConnected")).isEqualTo(1);
    JsonNode listed = admin.get(doctor.path("/calendar-connections")).expect(200).body();
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("scopes").size()).isEqualTo(2);
    assertThat(listed.get(0).path("provider").asString()).isEqualTo("google");
  }

  @Test
  void refusesWhatIsNoConsent() {
    Answer begun = calendars.begin(doctor, Map.of()).expect(200);
    String state = begun.text("authorizationUrl").replaceAll(".*[?&]state=([^&]*).*", "$1");
    URI callback = URI.create(server.address() + "/api/calendar-connections/google/callback");
    comesBack(URI.create(callback + "?state=" + state + "&error=access_denied"), "a=b")
        .expect(422, "CONSENT_REFUSED");
    comesBack(URI.create(callback + "?state=" + state + "&code=made-up"), Consents.cookie(begun))
        .expect(422, "CONSENT_REFUSED");
    comesBack(callback, "a=b").expect(400, "INVALID_REQUEST");
    comesBack(URI.create(callback + "?state=" + state), "a=b").expect(400, "INVALID_REQUEST");

    google.control("PUT", "settings", Map.of("grantedScope", "openid"));
    Answer partly = calendars.begin(doctor, Map.of()).expect(200);
    comesBack(google.consentAt(partly.text("authorizationUrl")), Consents.cookie(partly))
        .expect(422, "CONSENT_INCOMPLETE");
    Map<String, Object> all = new java.util.HashMap<>();
    all.put("grantedScope", null);
    google.control("PUT", "settings", all);
    Answer unknown = calendars.begin(doctor, Map.of("calendar", "nobodys")).expect(200);
    comesBack(google.consentAt(unknown.text("authorizationUrl")), Consents.cookie(unknown))
        .expect(422, "CALENDAR_UNKNOWN");
    assertThat(admin.get(doctor.path("/calendar-connections")).body()).isEmpty();
    admin
        .post(
            "/api/doctors/" + UUID.randomUUID() + "/calendar-connections",
            Map.of("provider", "google"))
        .expect(404, "NOT_FOUND");
  }

  @Test
  void tokensAreNowhereToBeRead(CapturedOutput output) {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.round(id);
    String dump =
        calendars.text(
            "select string_agg(t::text, ' ') from (select c::text || encode(c.secret, 'escape')"
                + " || encode(c.access_token, 'escape') as t from work.calendar_connection c"
                + " union all select p::text from work.calendar_consent p"
                + " union all select convert_from(payload, 'UTF8')"
                + " from store.domain_event_entry) t");
    assertThat(dump).contains(account).doesNotContain("ya29.", "1//", "hush");
    assertThat(connection(id).toString()).doesNotContain("ya29.", "1//");
    assertThat(output.getAll()).doesNotContain("ya29.", "1//", "hush");
  }

  @Test
  void aTokenThatIsMovedToAnotherConnectionOpensNothing(CapturedOutput output) {
    ConnectionId mine = calendars.connect(doctor, account);
    Practice.Doctor other = practice.doctor();
    ConnectionId theirs = calendars.connect(other, UUID.randomUUID() + "@example.org");
    calendars.execute(
        "update work.calendar_connection set secret = (select secret from work.calendar_connection"
            + " where connection_id = ?), access_token = null, expires_at = null"
            + " where connection_id = ?",
        theirs.value(),
        mine.value());
    calendars.round(mine);
    assertThat(connection(mine).path("lastError").asString()).contains("failed here");
    assertThat(connection(mine).path("lastSyncedAt").isMissingNode()).isTrue();
  }

  @Test
  void anAccessTokenIsRenewed() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.round(id);
    google.control("POST", "expire-access-tokens", null);
    String appointment = booked(3);
    calendars.round(id);
    calendars.round(id);
    assertThat(google.alive(account).get(0).path("id").asString())
        .isEqualTo(Calendars.copyOf(appointment));
    assertThat(connection(id).path("expiresAt").asString())
        .isGreaterThan(Instant.now().plus(Duration.ofMinutes(50)).toString());
  }

  @Test
  void aBrokenGrantStopsTheRetriesAndKeepsTheQueue() {
    ConnectionId id = calendars.connect(doctor, account);
    String first = booked(3);
    calendars.settle(id);
    google.control("POST", "accounts/" + account + "/revoke", null);
    String second = booked(5);
    admin.post("/api/appointments/" + first + "/cancel", Map.of()).expect(200);
    calendars.round(id);
    calendars.round(id);

    assertThat(connection(id).path("status").asString()).isEqualTo("broken");
    assertThat(connection(id).path("lastError").asString()).isEqualTo("invalid_grant");
    assertThat(events("CalendarGrantBroken")).isEqualTo(1);
    assertThat(
            calendars.text(
                "select due_at from work.calendar_connection where connection_id = ?", id.value()))
        .isNull();
    String third = booked(7);
    calendars.catchUp();
    JsonNode queue =
        admin.get(doctor.path("/calendar-connections/" + id.value() + "/queue")).expect(200).body();
    assertThat(queue.path("waiting").asInt()).isEqualTo(3);

    ConnectionId again = calendars.connect(doctor, account);
    assertThat(again).isEqualTo(id);
    calendars.settle(id);

    assertThat(google.alive(account).stream().map(e -> e.path("id").asString()))
        .containsExactlyInAnyOrder(Calendars.copyOf(second), Calendars.copyOf(third));
    assertThat(google.events(account)).as("no duplicates").hasSize(3);
    assertThat(admin.get(doctor.path("/calendar-connections")).body()).hasSize(1);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    ConnectionId id = calendars.connect(doctor, account);
    calendars.settle(id);
    String appointment = booked(3);
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
    booked(5);
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
    booked(3);
    booked(5);
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
  void disconnectedItsCopiesAreTakenAwayFirstWhereAskedThoughGoogleIsDown() {
    ConnectionId id = calendars.connect(doctor, account);
    booked(3);
    booked(5);
    google.puts(account, "2030-01-01T08:00:00Z", "2030-01-01T09:00:00Z");
    calendars.settle(id);
    assertThat(google.alive(account)).hasSize(3);

    google.fails("DELETE ", 503, 1);
    admin
        .delete(doctor.path("/calendar-connections/" + id.value() + "?removeCopies=true"))
        .expect(204);
    booked(7);
    calendars.round(id);
    assertThat(connection(id).path("status").asString()).isEqualTo("leaving");
    calendars.round(id);

    assertThat(google.alive(account))
        .extracting(e -> e.path("summary").asString())
        .containsExactly("Private");
    admin.get(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    assertThat(calendars.connect(doctor, account)).isEqualTo(id);
    calendars.settle(id);
    assertThat(google.alive(account)).as("connected anew, all are there again").hasSize(4);
  }

  @Test
  void disconnectedItIsRevokedAndTakesNoTimeAnyMore() {
    String taken = doctor.slots(admin).get(10).path("startsAt").asString();
    ConnectionId id = calendars.connect(doctor, account);
    google.puts(account, taken, Instant.parse(taken).plusSeconds(1800).toString());
    calendars.round(id);
    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).doesNotContain(taken);

    admin.delete(doctor.path("/calendar-connections/" + id.value())).expect(204);

    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).contains(taken);
    admin.get(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    admin.delete(doctor.path("/calendar-connections/" + id.value())).expect(404, "NOT_FOUND");
    assertThat(
            calendars.text(
                "select secret from work.calendar_connection where connection_id = ?", id.value()))
        .isNull();
    assertThat(events("CalendarDisconnected")).isEqualTo(1);
    booked(3);
    calendars.round(id);
    assertThat(google.alive(account)).hasSize(1);

    assertThat(calendars.connect(doctor, account)).isEqualTo(id);
    calendars.settle(id);
    assertThat(google.alive(account)).as("goes on where it stood").hasSize(2);
    assertThat(doctor.slots(admin).findValuesAsString("startsAt")).doesNotContain(taken);
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
    var table = server.bean(medic.sagas.calendars.connections.RoundTable.class);
    Instant now = Instant.now();
    var atWork = table.claim(id, now).orElseThrow();
    assertThat(table.claim(id, now)).as("one process at a time").isEmpty();
    String before = dueAt(id);
    google.puts(account, "2027-03-01T08:00:00Z", "2027-03-01T09:00:00Z");
    Calendars.await(() -> !dueAt(id).equals(before));
    table.done(atWork, now.plusSeconds(3600), now);
    assertThat(Instant.parse(dueAt(id))).isBefore(now.plusSeconds(60));
    calendars.round(id);
    assertThat(
            calendars.number(
                "select count(*) from work.calendar_busy_time where connection_id = ?", id.value()))
        .isEqualTo(1);
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
    var table = server.bean(medic.sagas.calendars.connections.RoundTable.class);
    var slow = table.claim(id, Instant.now()).orElseThrow();
    calendars.execute(
        "update work.calendar_connection set leased_until = now() - interval '1 second'"
            + " where connection_id = ?",
        id.value());
    google.puts(account, "2027-03-01T08:00:00Z", "2027-03-01T09:00:00Z");
    calendars.round(id);
    String cursor = connection(id).path("syncCursor").asString();
    google.puts(account, "2027-03-02T08:00:00Z", "2027-03-02T09:00:00Z");

    server.bean(medic.sagas.calendars.sync.CalendarRounds.class).run(slow);

    assertThat(connection(id).path("syncCursor").asString()).isEqualTo(cursor);
    calendars.round(id);
    assertThat(
            calendars.number(
                "select count(*) from work.calendar_busy_time where connection_id = ?", id.value()))
        .isEqualTo(2);
  }
}
