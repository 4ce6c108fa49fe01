package medic.app.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.events.id.ConnectionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes the whole way of a doctor's browser: to Google, and back with code, state and cookie. */
final class Consents {

  private static final int MAX_TRIES = 100;

  private final Client admin;
  private final Google google;

  Consents(Client admin, Google google) {
    this.admin = admin;
    this.google = google;
  }

  Answer begin(Practice.Doctor doctor, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(Map.of("provider", "google"));
    body.putAll(more);
    return admin.post(doctor.path("/calendar-connections"), body);
  }

  static String cookie(Answer begun) {
    return begun.header("Set-Cookie").orElseThrow().split(";")[0];
  }

  JsonNode connect(Practice.Doctor doctor, String account, Map<String, Object> more) {
    return connected(consent(doctor, account, more));
  }

  ConnectionId connect(Practice.Doctor doctor, String account) {
    return idOf(connect(doctor, account, Map.of()));
  }

  /** As a doctor does who is told to try again later, and begins anew until it works. */
  ConnectionId connectPatiently(Practice.Doctor doctor, String account) {
    HttpResponse<String> answer = consent(doctor, account, Map.of());
    for (int tries = 1; answer.statusCode() == 503 && tries < MAX_TRIES; tries++) {
      answer = consent(doctor, account, Map.of());
    }
    return idOf(connected(answer));
  }

  private static JsonNode connected(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static ConnectionId idOf(JsonNode connection) {
    return ConnectionId.of(connection.path("connectionId").asString());
  }

  private HttpResponse<String> consent(
      Practice.Doctor doctor, String account, Map<String, Object> more) {
    google.consentsAs(account);
    Answer begun = begin(doctor, more).expect(200);
    return google.send(
        HttpRequest.newBuilder(google.consentAt(begun.text("authorizationUrl")))
            .header("Cookie", cookie(begun)));
  }
}
