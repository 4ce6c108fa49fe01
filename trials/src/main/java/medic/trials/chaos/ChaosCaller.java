package medic.trials.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a token, who asks any server. */
public final class ChaosCaller {

  /** An answer; status -1 and an empty body for none. */
  public record Answer(
      int status, String contentType, boolean retryAfter, long position, String body) {

    static Answer none(String why) {
      return new Answer(-1, "", false, -1, why);
    }

    public JsonNode json() {
      return JSON.readTree(body.isEmpty() ? "null" : body);
    }

    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException(
            "wanted " + wanted + ", was answered " + status + " " + body);
      }
      return this;
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String name;
  private final String token;

  ChaosCaller(String name, String token) {
    this.name = name;
    this.token = token;
  }

  String name() {
    return name;
  }

  public Answer get(String address, String path) {
    return send(address, "GET", path, null, Map.of());
  }

  public Answer post(String address, String path, Object body) {
    return send(address, "POST", path, body, Map.of());
  }

  /**
   * @param body sent as JSON; null for none
   */
  public Answer send(
      String address,
      String method,
      String path,
      @org.jspecify.annotations.Nullable Object body,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    headers.forEach(request::setHeader);
    try {
      return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException lost) {
      return Answer.none(lost.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Answer.none("stopped");
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Retry-After").isPresent(),
        response.headers().firstValueAsLong("Medic-Position").orElse(-1),
        response.body());
  }
}
