package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.events.id.InvitationId;
import medic.http.ApiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Neither many guesses at one login, nor one at many; and nobody is shut out by a stranger. */
@Tag("server")
class SignInLimitsTest {

  private static final String PASSWORD = Practice.PASSWORD;

  private static TestServer server;
  private static TestServer second;
  private static Client admin;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    second = server.join();
    admin = server.admin();
  }

  @AfterAll
  static void stop() {
    second.close();
    server.close();
  }

  private static String name() {
    return "p." + UUID.randomUUID().toString().substring(0, 8);
  }

  /** 0 for a token, else the status. */
  private static int signIn(TestServer node, String name, String password, String from) {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class, () -> node.bean(SignIn.class).token(name, password, from));
    return refused == null ? 0 : refused.status().value();
  }

  private static int guess(TestServer node, String name, String from) {
    return signIn(node, name, "a wrong one", from);
  }

  @Test
  void guessesAtOneLoginAreCountedOverNodes() {
    String name = name();
    new Practice(admin).patient(name);
    for (int i = 0; i < 10; i++) {
      assertThat(guess(i % 2 == 0 ? server : second, name, "192.0.2.1")).isEqualTo(401);
    }
    assertThat(guess(server, name, "192.0.2.1")).isEqualTo(429);
    assertThat(signIn(second, name, PASSWORD, "192.0.2.1")).isEqualTo(429);
    assertThat(signIn(second, name, PASSWORD, "192.0.2.2")).isZero();
  }

  @Test
  void aSprayFromOneAddressEnds() {
    List<Integer> statuses =
        java.util.stream.IntStream.range(0, 70)
            .mapToObj(number -> guess(server, name(), "198.51.100.9"))
            .toList();

    assertThat(statuses.subList(0, 60)).containsOnly(401);
    assertThat(statuses.subList(62, 70)).contains(429);
    assertThat(guess(second, name(), "198.51.100.9")).isEqualTo(429);
  }

  @Test
  void oneWhoOwnsTheWholeNetworkIsOneAttacker() {
    for (int i = 0; i < 62; i++) {
      guess(server, name(), "2001:db8:7:7::" + Integer.toHexString(i + 1));
    }
    assertThat(guess(server, name(), "2001:db8:7:7::ffff")).isEqualTo(429);
  }

  @Test
  void aStrangerSlowsGuessingAtALoginButDoesNotShutItsOwnerOut() {
    String name = name();
    new Practice(admin).patient(name);
    assertThat(signIn(server, name, PASSWORD, "203.0.113.1")).isZero();
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      refused += guess(server, name, "10." + i + ".0.1") == 429 ? 1 : 0;
    }

    assertThat(refused).isPositive();
    assertThat(signIn(server, name, PASSWORD, "10.99.0.1")).isEqualTo(429);
    assertThat(signIn(second, name, PASSWORD, "203.0.113.1")).isZero();
  }

  @Test
  void whoSignsInRightUsesNothingUp() {
    String name = name();
    new Practice(admin).patient(name);
    for (int i = 0; i < 70; i++) {
      assertThat(signIn(server, name, PASSWORD, "192.0.2.77")).isZero();
    }
  }

  @Test
  void manyWrongPasswordsAreTwoEntries() {
    String name = name();
    String patient = new Practice(admin).patient(name);
    for (int i = 0; i < 8; i++) {
      server
          .anonymous()
          .post("/api/auth/token", Map.of("username", name, "password", "a wrong one"))
          .expect(401);
    }
    assertThat(entries("login_refused", patient)).hasSize(1);
    server
        .bean(JdbcClient.class)
        .sql("update work.refused_sign_in set since = now() - interval '16 minutes'")
        .update();
    second.bean(RefusedSignIns.class).closeWindows();

    List<JsonNode> more = entries("sign_ins_refused", patient);
    assertThat(more).hasSize(1);
    assertThat(more.get(0).at("/details/count").asInt()).isEqualTo(7);
    assertThat(entries("login_refused", patient)).hasSize(1);
  }

  private static List<JsonNode> entries(String action, String patient) {
    return Await.until(
        () ->
            admin
                .get("/api/audit/events?action=" + action + "&limit=200")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.at("/details/loginId").asString().equals(patient))
                .toList(),
        found -> !found.isEmpty());
  }

  @Test
  void whoForgotTheirPasswordIsAnsweredAlike() {
    String name = name();
    String patient = new Practice(admin).patient(name);
    for (String tried : List.of(name, name())) {
      var answer =
          server
              .anonymous()
              .post("/api/auth/password-reset", Map.of("username", tried))
              .expect(202);
      assertThat(answer.raw().body()).isEmpty();
    }

    JsonNode entry = entries("password_reset_requested", patient).get(0);
    assertThat(entry.path("actorType").asString()).isEqualTo("SYSTEM");
    JsonNode kept = Await.message(admin, patient, "password-reset", "kept");
    assertThat(kept.at("/message/text").asString()).doesNotContain("#").contains("[...]");
  }

  @Test
  void aStrangerWhoAsksAgainEndsNoLinkAndSendsNone() {
    String name = name();
    String patient = new Practice(admin).patient(name);
    reset(name);
    entries("password_reset_requested", patient);
    String link = server.bean(InvitationTable.class).link(resetOf(patient)).orElseThrow();
    for (int i = 0; i < 5; i++) {
      reset(name);
    }
    String last = name();
    String other = new Practice(admin).patient(last);
    reset(last);
    entries("password_reset_requested", other);

    assertThat(entries("password_reset_requested", patient)).hasSize(1);
    server
        .anonymous()
        .post(
            "/api/auth/invitations/accept", Map.of("token", link, "password", "quite another one"))
        .expect(204);
  }

  private static InvitationId resetOf(String patient) {
    return new InvitationId(
        server
            .bean(JdbcClient.class)
            .sql(
                "select invitation_id from work.invitation"
                    + " where login_id is not null and person = cast(? as uuid)")
            .param(patient)
            .query(UUID.class)
            .single());
  }

  private static void reset(String name) {
    server.anonymous().post("/api/auth/password-reset", Map.of("username", name)).expect(202);
  }

  @Test
  void whoSetsAPasswordByALinkIsNotShutOutByStrangers() {
    String name = name();
    String patient = new Practice(admin).patient();
    for (int i = 0; i < 60; i++) {
      guess(server, name, "10." + i + ".7.1");
    }
    assertThat(guess(server, name, "10.99.7.1")).isEqualTo(429);
    new Practice(admin).invite("/api/patients/" + patient, name);

    assertThat(signIn(second, name, PASSWORD, "10.99.7.1")).isEqualTo(429);
    assertThat(signIn(second, name, PASSWORD, "127.0.0.1")).isZero();
  }

  @Test
  void wrongAndUnknownNamesAreAnsweredAlike() {
    String name = name();
    new Practice(admin).patient(name);
    var wrong =
        server
            .anonymous()
            .post("/api/auth/token", Map.of("username", name, "password", "a wrong one"))
            .expect(401);
    var unknown =
        server
            .anonymous()
            .post("/api/auth/token", Map.of("username", name(), "password", "a wrong one"))
            .expect(401);
    assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
  }
}
