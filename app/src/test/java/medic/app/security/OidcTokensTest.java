package medic.app.security;

import static medic.app.security.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("server")
class OidcTokensTest {

  @TempDir static Path data;
  private static OidcStub issuer;
  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    issuer = new OidcStub();
    server =
        Server.start(
            data,
            "MEDIC_OIDC_ISSUER=" + issuer.issuer(),
            "MEDIC_OIDC_ROLE_CLAIM=realm_access.roles",
            "MEDIC_OIDC_PERSON_CLAIM=medic_person");
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = issuer.claims("subject-1");
    claims.put("realm_access", Map.of("roles", List.of("offline_access", "patient")));
    claims.put("medic_person", Server.person(7).toString());
    return claims;
  }

  private static int status(String token) throws Exception {
    return server.getWith(token, "/api/me").statusCode();
  }

  private static int statusWith(String claim, Object value) throws Exception {
    Map<String, Object> claims = claims();
    claims.put(claim, value);
    return status(issuer.token(claims));
  }

  @Test
  void aTokenOfTheIssuerIsTaken() throws Exception {
    var answer = server.getWith(issuer.token(claims()), "/api/me");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("role").asString()).isEqualTo("PATIENT");
    assertThat(json(answer).path("login").asString()).isEqualTo("subject-1");
    assertThat(json(answer).path("person").asString()).isEqualTo(Server.person(7).toString());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
  void itsTypeIsAnAccessTokens(String type) throws Exception {
    assertThat(status(issuer.tokenOfType(type, claims()))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout+jwt", "dpop+jwt", "secevent+jwt"})
  void aTokenMadeForSomethingElseIsRefused(String type) throws Exception {
    assertThat(status(issuer.tokenOfType(type, claims()))).isEqualTo(401);
  }

  @Test
  void otherTokensAreNot() throws Exception {
    assertThat(status(issuer.tokenOfAnotherKey("k1", claims()))).isEqualTo(401);
    assertThat(status(issuer.tokenOfAnotherKey("made-up", claims()))).isEqualTo(401);
    assertThat(status(issuer.tokenWithPublicKeyAsSecret(claims()))).isEqualTo(401);
    assertThat(status(OidcStub.unsigned(claims()))).isEqualTo(401);
    assertThat(statusWith("iss", "http://elsewhere.example")).isEqualTo(401);
    assertThat(statusWith("iss", null)).isEqualTo(401);
    assertThat(statusWith("aud", "another-application")).isEqualTo(401);
    assertThat(statusWith("aud", null)).isEqualTo(401);
    assertThat(statusWith("exp", null)).isEqualTo(401);
  }

  @Test
  void clocksMayBeAMinuteApart() throws Exception {
    assertThat(statusWith("exp", secondsFromNow(-30))).isEqualTo(200);
    assertThat(statusWith("exp", secondsFromNow(-90))).isEqualTo(401);
    assertThat(statusWith("nbf", secondsFromNow(30))).isEqualTo(200);
    assertThat(statusWith("nbf", secondsFromNow(90))).isEqualTo(401);
  }

  private static long secondsFromNow(int seconds) {
    return Instant.now().plusSeconds(seconds).getEpochSecond();
  }

  @Test
  void aTokenThatNamesNoCallerOfOursIsRefused() throws Exception {
    assertThat(statusWith("realm_access", Map.of("roles", List.of("visitor")))).isEqualTo(401);
    assertThat(statusWith("realm_access", "none")).isEqualTo(401);
    assertThat(statusWith("medic_person", "not a uuid")).isEqualTo(401);
    assertThat(statusWith("medic_person", null)).isEqualTo(401);
    assertThat(statusWith("medic_person", new UUID(0, 0).toString())).isEqualTo(401);
    assertThat(statusWith("medic_person", List.of(1, 2))).isEqualTo(401);
    assertThat(statusWith("sub", null)).isEqualTo(401);
    assertThat(statusWith("sub", " ")).isEqualTo(401);
    assertThat(statusWith("sub", "line\nbreak")).isEqualTo(401);
    assertThat(statusWith("sub", "\u202eevil")).isEqualTo(401);
    assertThat(statusWith("sub", "x".repeat(256))).isEqualTo(401);
  }

  @Test
  void thereAreNoTokensOfOurOwn() throws Exception {
    assertThat(server.logIn("admin", "demo").statusCode()).isEqualTo(404);
  }
}
