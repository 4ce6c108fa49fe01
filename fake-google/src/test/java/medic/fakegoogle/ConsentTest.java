package medic.fakegoogle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private RealClient client;

  @BeforeEach
  void start() throws Exception {
    client = new RealClient();
  }

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void aPersonIsAskedAndSentBackWithTheState() throws Exception {
    Map<String, String> asked = client.consent(Map.of());
    assertThat(client.authorize(asked).body()).contains("Allow", "Deny", "s t&amp;te");

    Map<String, String> decision = new HashMap<>(asked);
    decision.put("account", "ada@example.org");
    decision.put("decision", "allow");
    var answer =
        client.send(
            "POST",
            "o/oauth2/v2/auth/decision",
            RealClient.form(decision),
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(RealClient.REDIRECT + "?code=")
        .endsWith("&state=s+t%26te");
    decision.put("decision", "deny");
    assertThat(
            client
                .send(
                    "POST",
                    "o/oauth2/v2/auth/decision",
                    RealClient.form(decision),
                    "application/x-www-form-urlencoded")
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .contains("error=access_denied");
  }

  @Test
  void aCodeWorksOnceAndOnlyWithItsVerifier() throws Exception {
    client.control("PUT", "settings", "{\"autoGrant\":\"ada@example.org\"}");
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest("verifier".getBytes(StandardCharsets.US_ASCII));
    Map<String, String> asked =
        client.consent(
            Map.of(
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method",
                "S256"));

    String code = client.code(asked);
    assertThat(client.exchange(code, "verifier").status()).isEqualTo(200);
    assertThat(client.exchange(code, "verifier").body().get("error").asString())
        .isEqualTo("invalid_grant");
    assertThat(client.exchange(client.code(asked), "another").status()).isEqualTo(400);
  }

  @Test
  void givesARefreshTokenTheFirstTimeAndOnDemand() throws Exception {
    client.control("PUT", "settings", "{\"autoGrant\":\"ada@example.org\"}");
    Map<String, String> silent = client.consent(Map.of("prompt", ""));

    assertThat(client.exchange(client.code(silent), "").body().has("refresh_token")).isTrue();
    assertThat(client.exchange(client.code(silent), "").body().has("refresh_token")).isFalse();
    assertThat(
            client.exchange(client.code(client.consent(Map.of())), "").body().has("refresh_token"))
        .isTrue();
  }

  @Test
  void aRevokedGrantIsInvalid() throws Exception {
    var tokens = client.tokens("ada@example.org");
    Map<String, String> renewal =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "medic",
            "client_secret", "secret",
            "refresh_token", tokens.get("refresh_token").asString());
    assertThat(client.token(renewal).body().has("access_token")).isTrue();

    client.control("POST", "accounts/ada@example.org/revoke", "");

    assertThat(client.token(renewal).body().get("error").asString()).isEqualTo("invalid_grant");
    var calendar = client.calendar(tokens.get("access_token").asString());
    assertThat(RealClient.refusal(() -> calendar.events().list("primary").execute()))
        .isEqualTo(401);
  }

  @Test
  void anAccessTokenExpiresAndIsRevokedByItsHolder() throws Exception {
    var tokens = client.tokens("ada@example.org");
    client.control("POST", "expire-access-tokens", "");
    var calendar = client.calendar(tokens.get("access_token").asString());
    assertThat(RealClient.refusal(() -> calendar.events().list("primary").execute()))
        .isEqualTo(401);

    String refresh = tokens.get("refresh_token").asString();
    assertThat(
            client.send("POST", "revoke?token=" + refresh.replace("/", "%2F"), "", "").statusCode())
        .isEqualTo(200);
    assertThat(
            client.send("POST", "revoke?token=" + refresh.replace("/", "%2F"), "", "").statusCode())
        .isEqualTo(400);
  }
}
