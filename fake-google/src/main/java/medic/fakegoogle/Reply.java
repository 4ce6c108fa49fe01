package medic.fakegoogle;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer, not yet sent. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

  static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json", body.toString(), Map.of());
  }

  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  static Reply html(String body) {
    return new Reply(200, "text/html; charset=utf-8", body, Map.of());
  }

  static Reply nothing() {
    return new Reply(204, "", "", Map.of());
  }

  static Reply redirect(String to) {
    return new Reply(302, "", "", Map.of("Location", to));
  }

  static Reply of(ApiError error) {
    return json(error.status(), error.body());
  }

  Reply with(String header, String value) {
    return new Reply(status, contentType, body, Map.of(header, value));
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    if (!contentType.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
