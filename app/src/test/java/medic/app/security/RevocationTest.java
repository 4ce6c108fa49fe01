package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ends a token ends it on every node, however it came about. */
@Tag("server")
class RevocationTest {

  private static final String PASSWORD = Practice.PASSWORD;
  private static final String ANOTHER = "entirely different";

  /** Far below the hour that a token would last. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private static TestServer server;
  private static TestServer second;
  private static Client admin;

  private final String name = "p." + UUID.randomUUID().toString().substring(0, 8);
  private String patient;
  private String token;

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

  @BeforeEach
  void signIn() {
    patient = new Practice(admin).patient(name);
    token = tokenOf(PASSWORD);
    assertThat(read(server)).isEqualTo(200);
    assertThat(read(second)).isEqualTo(200);
  }

  private String tokenOf(String password) {
    return server
        .anonymous()
        .post("/api/auth/token", Map.of("username", name, "password", password))
        .expect(200)
        .text("accessToken");
  }

  private int read(TestServer node) {
    return read(node, token);
  }

  private int read(TestServer node, String with) {
    return node.anonymous().as(with).get("/api/patients/" + patient).status();
  }

  private void awaitEnd(String ended) {
    for (TestServer node : new TestServer[] {server, second}) {
      Await.until(AT_ONCE, () -> read(node, ended), status -> status == 401);
    }
  }

  private Client own() {
    return server.anonymous().as(token);
  }

  private String loginId() {
    return server
        .bean(JdbcClient.class)
        .sql("select login_id from work.login where person = cast(? as uuid)")
        .param(patient)
        .query(String.class)
        .single();
  }

  private String asAdmin(String deed) {
    return "/api/admin/logins/" + loginId() + "/" + deed;
  }

  @Test
  void signingOutEndsThatTokenAlone() {
    String other = tokenOf(PASSWORD);
    own().post("/api/auth/sign-out", null).expect(204);

    assertThat(read(server)).isEqualTo(401);
    awaitEnd(token);
    assertThat(read(second, other)).isEqualTo(200);
    assertOnRecord("signed_out", "PATIENT");
  }

  @Test
  void aChangeOfPasswordEndsAllOthers() {
    String other = tokenOf(PASSWORD);
    own()
        .post("/api/auth/password", Map.of("oldPassword", "not it", "newPassword", ANOTHER))
        .expect(422, "WRONG_PASSWORD");
    String next =
        own()
            .post("/api/auth/password", Map.of("oldPassword", PASSWORD, "newPassword", ANOTHER))
            .expect(200)
            .text("accessToken");

    awaitEnd(token);
    awaitEnd(other);
    assertThat(read(second, next)).isEqualTo(200);
    assertThat(tokenOf(ANOTHER)).isNotEmpty();
    assertOnRecord("password_changed", "PATIENT");
  }

  @Test
  void aNewPasswordByLinkEndsAllTokens() {
    String link = admin.post(asAdmin("reset"), Map.of("showLink", true)).expect(202).text("link");
    assertThat(read(second)).isEqualTo(200);
    Map<String, String> body = Map.of("token", Practice.token(link), "password", ANOTHER);
    second.anonymous().post("/api/auth/invitations/accept", body).expect(204);
    server.anonymous().post("/api/auth/invitations/accept", body).expect(404);

    awaitEnd(token);
    assertThat(read(server, tokenOf(ANOTHER))).isEqualTo(200);
    assertOnRecord("password_reset_requested", "ADMIN");
    assertOnRecord("login_link_shown", "ADMIN");
  }

  @Test
  void aDisabledLoginIsOutUntilItIsEnabled() {
    admin.post(asAdmin("disable"), null).expect(204);
    awaitEnd(token);
    server
        .anonymous()
        .post("/api/auth/token", Map.of("username", name, "password", PASSWORD))
        .expect(401, "BAD_CREDENTIALS");

    admin.post(asAdmin("enable"), null).expect(204);
    assertThat(read(server)).isEqualTo(401);
    assertThat(read(second, tokenOf(PASSWORD))).isEqualTo(200);
    assertOnRecord("login_disabled", "ADMIN");
    assertOnRecord("login_enabled", "ADMIN");
  }

  /** Or the same asked again would find it done, and leave no entry. */
  @Test
  void whatCannotBePutOnRecordIsNotDone() throws Exception {
    Map<String, String> passwords = Map.of("oldPassword", PASSWORD, "newPassword", ANOTHER);
    try (LoginsOffRecord refusing = new LoginsOffRecord(server)) {
      admin.post(asAdmin("disable"), null).expect(503);
      own().post("/api/auth/password", passwords).expect(503);
      own().post("/api/auth/sign-out", null).expect(503);
      assertThat(read(server)).isEqualTo(200);
    }
    token = own().post("/api/auth/password", passwords).expect(200).text("accessToken");
    own().post("/api/auth/sign-out", null).expect(204);
    admin.post(asAdmin("disable"), null).expect(204);
    assertOnRecord("password_changed", "PATIENT");
    assertOnRecord("signed_out", "PATIENT");
    assertOnRecord("login_disabled", "ADMIN");
  }

  @Test
  void nobodyShutsThemselvesOut() {
    String id =
        server
            .bean(JdbcClient.class)
            .sql("select login_id from work.login where username = 'admin'")
            .query(String.class)
            .single();
    admin.post("/api/admin/logins/" + id + "/disable", null).expect(422, "OWN_LOGIN");
    admin.post("/api/admin/logins/" + UUID.randomUUID() + "/disable", null).expect(404);
  }

  @Test
  void anErasedPatientIsOut() {
    admin
        .post("/api/patients/" + patient + "/erase", Map.of("ground", "patient_request"))
        .expect(202);
    Await.until(() -> read(second), status -> status == 401);
    awaitEnd(token);
  }

  @Test
  void whatAnOperatorRemovesIsOutToo() {
    asOwner("delete from work.login where person = '" + patient + "'");
    awaitEnd(token);
  }

  /** With the trigger off: as when the connection that listens was cut on the way. */
  @Test
  void whatNobodyHearsOfEndsAllTheSame() {
    asOwner("alter table work.login disable trigger told");
    try {
      asOwner("update work.login set enabled = false where person = '" + patient + "'");
      awaitEnd(token);
    } finally {
      asOwner("alter table work.login enable trigger told");
    }
  }

  /** A token that was just given is taken, though no node was told yet why it is the one. */
  @Test
  void aNewTokenIsTakenBeforeTheChangeIsToldOf() {
    Map<String, String> passwords = Map.of("oldPassword", PASSWORD, "newPassword", ANOTHER);
    asOwner("alter table work.login disable trigger told");
    try {
      token = own().post("/api/auth/password", passwords).expect(200).text("accessToken");
      assertThat(read(server)).isEqualTo(200);
      assertThat(read(second)).isEqualTo(200);

      admin.post(asAdmin("disable"), null).expect(204);
      awaitEnd(token);
      admin.post(asAdmin("enable"), null).expect(204);
      token = tokenOf(ANOTHER);
      assertThat(read(server)).isEqualTo(200);
      assertThat(read(second)).isEqualTo(200);
    } finally {
      asOwner("alter table work.login enable trigger told");
    }
  }

  private static void asOwner(String statement) {
    try (Connection owner = server.owner()) {
      owner.createStatement().execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void assertOnRecord(String action, String actorType) {
    Await.until(
        () ->
            admin
                .get("/api/audit/events?action=" + action + "&patientId=" + patient)
                .expect(200)
                .body()
                .path("items")
                .findValuesAsString("actorType"),
        actors -> actors.contains(actorType));
  }
}
