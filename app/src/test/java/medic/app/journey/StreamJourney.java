package medic.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slots as they open and close, while somebody watches. */
@Tag("server")
abstract class StreamJourney extends Journey {

  StreamJourney(TestServer server) {
    super(server);
  }

  @Test
  @Timeout(60)
  void streamsABookingMadeOnAnotherConnection() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String patient = practice.patient();
    String slot = start(doctor, 4);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server.address()
                        + doctor.path("/availability/stream?appointmentTypeId=" + doctor.type)))
            .header("Authorization", "Bearer " + token())
            .build();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(next(lines, "slots")).contains(slot);
      book(doctor, patient, slot).expect(201);
      JsonNode changes = JsonMapper.shared().readTree(next(lines, "changes"));
      assertThat(changes.path("closed").findValuesAsString("startsAt")).contains(slot);
    }
  }

  private String token() {
    return server
        .anonymous()
        .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
        .expect(200)
        .text("accessToken");
  }

  /** The data of the next event of this name; the test's timeout ends a wait in vain. */
  private static String next(BufferedReader lines, String event) throws Exception {
    boolean announced = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        announced = line.substring(6).trim().equals(event);
      } else if (announced && line.startsWith("data:")) {
        return line.substring(5);
      }
    }
    throw new AssertionError("the stream ended before an event " + event);
  }
}
