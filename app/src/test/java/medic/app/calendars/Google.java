package medic.app.calendars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import medic.fakegoogle.FakeGoogle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake Google, and a person at their calendar in it. */
final class Google implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final FakeGoogle fake;

  Google(long seed) {
    try {
      fake = FakeGoogle.start(0, Clock.systemUTC(), new Random(seed));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What makes a server take this for Google. */
  Map<String, String> environment() {
    return Map.of(
        "MEDIC_GOOGLE_CLIENT_ID", "medic",
        "MEDIC_GOOGLE_CLIENT_SECRET", "hush",
        "MEDIC_GOOGLE_URL", fake.root().toString());
  }

  /** The same as properties, and more of them. */
  String[] settings(String... more) {
    return Stream.concat(environment().entrySet().stream().map(Object::toString), Stream.of(more))
        .toArray(String[]::new);
  }

  /** Everybody who is sent here consents as this account. */
  void consentsAs(String account) {
    control("PUT", "settings", Map.of("autoGrant", account));
  }

  void control(String method, String path, Object body) {
    ask(method, "control/" + path, body);
  }

  void fails(String request, int status, int times) {
    control("POST", "faults", Map.of("request", request, "status", status, "times", times));
  }

  void failsAfterTheDeed(String request, int status) {
    control("POST", "faults", Map.of("request", request, "status", status, "after", true));
  }

  /** Every event of an account's calendar, the deleted ones too. */
  JsonNode events(String account) {
    return ask("GET", "control/accounts/" + account + "/events", null);
  }

  List<JsonNode> alive(String account) {
    return events(account)
        .valueStream()
        .filter(event -> !event.path("status").asString().equals("cancelled"))
        .toList();
  }

  String puts(String account, Map<String, Object> event) {
    return ask("POST", "control/accounts/" + account + "/events", event).path("id").asString();
  }

  String puts(String account, String from, String to) {
    return puts(
        account,
        Map.of(
            "summary",
            "Private",
            "start",
            Map.of("dateTime", from),
            "end",
            Map.of("dateTime", to)));
  }

  void changes(String account, String id, Map<String, Object> event) {
    ask("PATCH", "control/accounts/" + account + "/events/" + id, event);
  }

  void moves(String account, String id, String from, String to) {
    changes(account, id, Map.of("start", Map.of("dateTime", from), "end", Map.of("dateTime", to)));
  }

  void deletes(String account, String id) {
    ask("DELETE", "control/accounts/" + account + "/events/" + id, null);
  }

  /** Follows a link to the consent page; answers where it sends the browser back to. */
  URI consentAt(String url) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(url)).GET());
    return URI.create(page.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private JsonNode ask(String method, String path, Object body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(fake.root() + path))
                .method(
                    method,
                    body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body))));
    if (answer.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
  }

  @Override
  public void close() {
    fake.close();
  }
}
