package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Answer;
import medic.app.journey.Practice;
import medic.events.id.ConnectionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;

/** Consent, and the tokens that it gives, until the grant is broken. */
@Tag("server")
abstract class Grants extends CalendarScenario {

  Grants(CalendarServer shared) {
    super(shared);
  }

  private Answer comesBack(URI back, String cookie) {
    var answer = google.send(HttpRequest.newBuilder(back).header("Cookie", cookie));
    var body = answer.body().isEmpty() ? "null" : answer.body();
    return new Answer(
        answer.statusCode(),
        tools.jackson.databind.json.JsonMapper.shared().readTree(body),
        answer);
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
    Map<String, Object> all = new HashMap<>();
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
    String appointment = booked(slot(3));
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
    String first = booked(slot(3));
    calendars.settle(id);
    google.control("POST", "accounts/" + account + "/revoke", null);
    String second = booked(slot(5));
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
    String third = booked(slot(7));
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
}
