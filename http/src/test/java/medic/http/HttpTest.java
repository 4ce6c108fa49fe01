package medic.http;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sample endpoints over a real socket. */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HttpTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @LocalServerPort int port;

  record Answer(int status, String contentType, HttpResponse<String> response, JsonNode json) {

    String code() {
      return json.path("code").asString("");
    }

    String field() {
      return json.path("errors").path(0).path("field").asString("");
    }

    String fieldCode() {
      return json.path("errors").path(0).path("code").asString("");
    }
  }

  Answer get(String path, String... headers) throws Exception {
    return send(path, "GET", BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String body) throws Exception {
    return send(path, "POST", BodyPublishers.ofString(body), "Content-Type", "application/json");
  }

  Answer postChunked(String path, String body) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    BodyPublisher unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return send(path, "POST", unannounced, "Content-Type", "application/json");
  }

  Answer send(String path, String method, BodyPublisher body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    String contentType = response.headers().firstValue("Content-Type").orElse("");
    JsonNode json =
        contentType.contains("json") ? MAPPER.readTree(response.body()) : MAPPER.createObjectNode();
    return new Answer(response.statusCode(), contentType, response, json);
  }
}
