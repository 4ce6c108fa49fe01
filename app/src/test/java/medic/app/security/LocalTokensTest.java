package medic.app.security;

import static medic.app.security.Server.json;
import static medic.app.security.Server.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import medic.app.TestDatabase;
import medic.http.ApiException;
import medic.http.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class LocalTokensTest {

  private static final String PASSWORD = "correct horse";
  private static final String DATABASE = TestDatabase.fresh();

  @TempDir static Path data;
  private static Server server;
  private static StoredLogins logins;

  @BeforeAll
  static void start() {
    server = Server.startOn(DATABASE, data);
    logins = server.bean(StoredLogins.class);
    logins.add("Ada", PASSWORD, Role.DOCTOR, person(1));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aLoginGetsATokenThatSaysWhoItIs() throws Exception {
    HttpResponse<String> answer = server.logIn("ada", PASSWORD);
    String token = json(answer).path("accessToken").asString();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("tokenType").asString()).isEqualTo("Bearer");
    assertThat(json(answer).path("expiresIn").asInt()).isEqualTo(3600);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(server.getWith(token, "/api/me").body())
        .isEqualTo("{\"role\":\"DOCTOR\",\"login\":\"ada\",\"person\":\"" + person(1) + "\"}");
  }

  @Test
  void namesAreNotCaseSensitiveAndGivenOnce() {
    assertThatThrownBy(() -> logins.add("ADA", "another password", Role.ADMIN, null))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("USERNAME_TAKEN");
              assertThat(refusal.status().value()).isEqualTo(409);
            });
  }

  @Test
  void aPersonHasOneLogin() {
    logins.add("once", PASSWORD, Role.PATIENT, person(2));
    assertThatThrownBy(() -> logins.add("second", PASSWORD, Role.PATIENT, person(2)))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo("LOGIN_EXISTS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "with space", "quote'", "-dash", "nül"})
  void aUsernameIsPlain(String username) {
    assertThatThrownBy(() -> logins.add(username, PASSWORD, Role.ADMIN, null))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void unknownNamesAndWrongPasswordsAreAnsweredAlike() throws Exception {
    HttpResponse<String> wrong = server.logIn("ada", "wrong");
    HttpResponse<String> unknown = server.logIn("nobody", "wrong");
    HttpResponse<String> endless = server.logIn("ada", "x".repeat(150));

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).path("code").asString()).isEqualTo("BAD_CREDENTIALS");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(endless.body()).isEqualTo(wrong.body());
  }

  @Test
  void guessingIsBounded() throws Exception {
    logins.add("guessed", PASSWORD, Role.AUDITOR, null);
    for (int i = 0; i < 10; i++) {
      assertThat(server.logIn("guessed", "wrong").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> blocked = server.logIn("Guessed", PASSWORD);

    assertThat(blocked.statusCode()).isEqualTo(429);
    assertThat(blocked.headers().firstValue("Retry-After")).isPresent();
    assertThat(server.logIn("ada", PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutATokenOnlyPublicAddressesAnswer() throws Exception {
    for (String path : new String[] {"/api/me", "/api/nowhere", "/", "/actuator/prometheus"}) {
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(json(answer).path("code").asString()).isEqualTo("UNAUTHENTICATED");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
    assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void aForgedTokenIsRefused() throws Exception {
    String token = server.token("ada", PASSWORD);
    String none = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";

    assertThat(server.getWith(token + "x", "/api/me").statusCode()).isEqualTo(401);
    assertThat(server.getWith(none, "/api/me").statusCode()).isEqualTo(401);
    assertThat(server.getWith("nonsense", "/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void metricsAreForAdminsOnly() throws Exception {
    assertThat(server.getWith(server.token("ada", PASSWORD), "/actuator/metrics").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aSecondProcessOfTheSameDataTakesTheToken() throws Exception {
    String token = server.token("ada", PASSWORD);

    try (Server second = Server.startOn(DATABASE, data)) {
      assertThat(second.getWith(token, "/api/me").statusCode()).isEqualTo(200);
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("keys/jwt.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theApiIsDescribedAndCanBeBrowsed() throws Exception {
    HttpResponse<String> description = server.get("/v3/api-docs");
    HttpResponse<String> page = server.get("/swagger-ui/index.html");

    assertThat(json(description).path("openapi").asString()).startsWith("3.1");
    assertThat(description.body()).contains("/api/auth/token", "/api/me", "\"bearer\"");
    assertThat(json(description).at("/paths/~1api~1me/get/parameters").isMissingNode()).isTrue();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("swagger-ui");
    assertThat(server.get("/swagger-ui.html").statusCode()).isEqualTo(302);
  }

  @Test
  void answersCarrySecurityHeadersAndNoCorsHeaders() throws Exception {
    HttpResponse<String> answer =
        server.get("/actuator/health", "Origin", "https://elsewhere.example");

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }
}
