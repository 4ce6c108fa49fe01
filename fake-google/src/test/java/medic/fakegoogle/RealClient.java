package medic.fakegoogle;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventDateTime;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fake that runs, and Google's own client that talks to it. */
final class RealClient implements AutoCloseable {

  static final String REDIRECT = "http://127.0.0.1:1/callback";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  final FakeGoogle fake;

  RealClient() throws IOException {
    fake = FakeGoogle.start(0, Clock.systemUTC(), new Random(42));
  }

  Calendar calendar(String accessToken) {
    return new Calendar.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            request -> request.getHeaders().setAuthorization("Bearer " + accessToken))
        .setRootUrl(fake.root().toString())
        .setApplicationName("medic")
        .build();
  }

  Calendar of(String account) throws Exception {
    return calendar(tokens(account).get("access_token").asString());
  }

  JsonNode tokens(String account) throws Exception {
    control("PUT", "settings", "{\"autoGrant\":\"" + account + "\"}");
    return exchange(code(consent(Map.of())), "").body();
  }

  Map<String, String> consent(Map<String, String> more) {
    Map<String, String> asked =
        new java.util.HashMap<>(
            Map.of(
                "client_id", "medic",
                "redirect_uri", REDIRECT,
                "response_type", "code",
                "scope", "calendar",
                "state", "s t&te",
                "access_type", "offline",
                "prompt", "consent"));
    asked.putAll(more);
    return asked;
  }

  HttpResponse<String> authorize(Map<String, String> asked) throws Exception {
    return send("GET", "o/oauth2/v2/auth?" + form(asked), "", "");
  }

  String code(Map<String, String> asked) throws Exception {
    String location = authorize(asked).headers().firstValue("Location").orElseThrow();
    return java.net.URLDecoder.decode(
        location.replaceFirst(".*code=([^&]*).*", "$1"), StandardCharsets.UTF_8);
  }

  record Answer(int status, JsonNode body) {}

  Answer exchange(String code, String verifier) throws Exception {
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "client_id",
            "medic",
            "client_secret",
            "secret",
            "redirect_uri",
            REDIRECT,
            "code_verifier",
            verifier));
  }

  Answer token(Map<String, String> form) throws Exception {
    var response = send("POST", "token", form(form), "application/x-www-form-urlencoded");
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  JsonNode control(String method, String path, String body) throws Exception {
    var response = send(method, "control/" + path, body, "application/json");
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
  }

  HttpResponse<String> send(String method, String path, String body, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fake.root() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static Event event(String from, String to) {
    return new Event().setSummary("Busy").setStart(at(from)).setEnd(at(to));
  }

  static EventDateTime at(String instant) {
    return new EventDateTime().setDateTime(new DateTime(instant));
  }

  static EventDateTime on(String date) {
    return new EventDateTime().setDate(new DateTime(date));
  }

  /** The status that a call is refused with. */
  static int refusal(ThrowingCallable call) {
    try {
      call.call();
    } catch (GoogleJsonResponseException refused) {
      return refused.getStatusCode();
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
    return 200;
  }

  @Override
  public void close() {
    fake.close();
  }
}
