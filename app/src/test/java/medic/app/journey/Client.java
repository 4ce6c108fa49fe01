package medic.app.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web client of one user. Reads wait for the client's own writes. */
public final class Client {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final Map<String, String> headers = new HashMap<>();
  private volatile String position = "";

  public Client(String base) {
    this.base = base;
  }

  public Client login(String username, String password) {
    String token =
        post("/api/auth/token", Map.of("username", username, "password", password))
            .expect(200)
            .text("accessToken");
    return as(token);
  }

  public Client as(String token) {
    Client client = new Client(base);
    client.headers.put("Authorization", "Bearer " + token);
    return client;
  }

  public Client with(String header, String value) {
    Client client = at(position);
    client.headers.put(header, value);
    return client;
  }

  /** The same user, whose reads wait for what the other has written. */
  public Client after(Client writer) {
    return at(writer.position);
  }

  private Client at(String position) {
    Client client = new Client(base);
    client.headers.putAll(headers);
    client.position = position;
    return client;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Object body) {
    return send(request(path).POST(json(body)));
  }

  public Answer put(String path, Object body) {
    return send(request(path).PUT(json(body)));
  }

  public Answer postRaw(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  /** Any method; a text is sent as it is, anything else as JSON. */
  public Answer send(String method, String path, Object body) {
    return send(
        request(path)
            .method(
                method, body instanceof String raw ? BodyPublishers.ofString(raw) : json(body)));
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return body == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(JSON.writeValueAsString(body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      if (!position.isEmpty()) {
        request.header("Medic-Position", position);
      }
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      response.headers().firstValue("Medic-Position").ifPresent(at -> position = at);
      return new Answer(response.statusCode(), parsed(response.body()), response);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body.isEmpty() ? "null" : body);
    } catch (RuntimeException notJson) {
      return JSON.nullNode();
    }
  }
}
