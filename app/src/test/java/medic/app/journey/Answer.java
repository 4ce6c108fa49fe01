package medic.app.journey;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An answer of the server: status, JSON body, headers. */
public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError(
          "expected " + expected + " but got " + status + ": " + raw.uri() + " " + raw.body());
    }
    return this;
  }

  public Answer expect(int expected, String code) {
    expect(expected);
    if (!code.equals(body.path("code").asString(""))) {
      throw new AssertionError("expected code " + code + ": " + raw.body());
    }
    return this;
  }

  public String text(String field) {
    return body.path(field).asString("");
  }

  public Optional<String> header(String name) {
    return raw.headers().firstValue(name);
  }
}
