package medic.app.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medic.app.TestDatabase;
import medic.secured.SecuredApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started server, to be talked to over a real socket. */
final class Server implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ConfigurableApplicationContext context;

  private Server(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Server start(Path data, String... settings) {
    return startOn(TestDatabase.fresh(), data, settings);
  }

  static Server startOn(String database, Path data, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--MEDIC_DATA=" + data,
                "--spring.autoconfigure.exclude=" + WithoutAxon.exclusions(),
                "--spring.main.banner-mode=off"));
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    return new Server(
        new SpringApplicationBuilder(SecuredApplication.class)
            .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> options(String path, String... headers) throws Exception {
    HttpRequest request =
        request(path).method("OPTIONS", BodyPublishers.noBody()).headers(headers).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> getWith(String token, String path) throws Exception {
    return get(path, "Authorization", "Bearer " + token);
  }

  HttpResponse<String> logIn(String username, String password) throws Exception {
    String body =
        MAPPER.createObjectNode().put("username", username).put("password", password).toString();
    HttpRequest request =
        request("/api/auth/token")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  String token(String username, String password) throws Exception {
    return json(logIn(username, password)).path("accessToken").asString();
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  static UUID person(int number) {
    return new UUID(0x4000L, number);
  }

  private HttpRequest.Builder request(String path) throws IOException {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  @Override
  public void close() {
    context.close();
  }
}
