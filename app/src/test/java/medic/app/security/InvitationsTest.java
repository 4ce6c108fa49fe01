package medic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import medic.app.chaos.Simultaneously;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Nobody makes a login for somebody else: people are invited, and set their own password. */
@Tag("server")
class InvitationsTest {

  private static final String PASSWORD = Practice.PASSWORD;

  private static TestServer server;
  private static TestServer second;
  private static Client admin;
  private static Client registrar;
  private static Client otherDoctor;
  private static String registrarsId;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    second = server.join();
    admin = server.admin();
    Practice practice = new Practice(admin);
    Practice.Doctor doctor = practice.doctor();
    registrarsId = doctor.id;
    registrar = server.anonymous().login(doctor.login(), PASSWORD);
    otherDoctor = server.anonymous().login(practice.doctor().login(), PASSWORD);
  }

  @AfterAll
  static void stop() {
    second.close();
    server.close();
  }

  private static String name() {
    return "p." + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Map<String, Object> body(UUID patient, Map<String, ?> login) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "patientId", patient, "fullName", "Grace Patient", "email", "grace@example.org"));
    if (login != null) {
      body.put("login", login);
    }
    return body;
  }

  private static UUID registered(Client by) {
    UUID patient = UUID.randomUUID();
    by.post("/api/patients", body(patient, null)).expect(201);
    return patient;
  }

  private static String invitation(UUID patient) {
    return "/api/patients/" + patient + "/invitation";
  }

  private static String linkOf(UUID patient) {
    return admin.post(invitation(patient), Map.of("showLink", true)).expect(202).text("link");
  }

  private static long logins(UUID person) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from work.login where person = ?")
        .param(person)
        .query(Long.class)
        .single();
  }

  private static long count(String query) {
    return server.bean(JdbcClient.class).sql(query).query(Long.class).single();
  }

  private static JsonNode entry(String action, UUID patient) {
    return Await.until(
            () ->
                admin
                    .get("/api/audit/events?action=" + action + "&patientId=" + patient)
                    .expect(200)
                    .body()
                    .path("items"),
            items -> !items.isEmpty())
        .get(0);
  }

  @Test
  void whoRegistersAPatientDoesNotSetTheirPassword() {
    UUID patient = UUID.randomUUID();
    registrar
        .post("/api/patients", body(patient, Map.of("username", name(), "password", PASSWORD)))
        .expect(400, "INVALID_REQUEST");
    registrar.post("/api/patients", body(patient, Map.of("username", name()))).expect(201);
    registrar.post("/api/patients", body(patient, Map.of("username", name()))).expect(201);

    assertThat(logins(patient)).isZero();
    assertThat(entry("login_invited", patient).path("actorId").asString()).isEqualTo(registrarsId);
  }

  @Test
  void whoeverInvitesIsToldNoLink() {
    UUID patient = registered(registrar);
    Answer invited = registrar.post(invitation(patient), null).expect(202);

    assertThat(invited.text("link")).isEmpty();
    assertThat(invited.text("invitationId")).isNotEmpty();
    registrar.post(invitation(patient), Map.of("showLink", true)).expect(403);
    otherDoctor.post(invitation(patient), null).expect(404);
    registrar.post(invitation(UUID.randomUUID()), null).expect(404);
  }

  @Test
  void aRegistrationTellsNothingOfUserNames() {
    for (String taken : List.of("admin", name())) {
      registrar
          .post("/api/patients", body(UUID.randomUUID(), Map.of("username", taken)))
          .expect(201);
    }
  }

  @Test
  void aLinkThatAnAdminIsShownIsOnRecordAndWorksOnce() {
    UUID patient = registered(registrar);
    String link = linkOf(patient);
    String name = name();

    Practice.accept(server.anonymous(), link, name, PASSWORD).expect(204);
    Practice.accept(server.anonymous(), link, name(), PASSWORD).expect(404, "NOT_FOUND");

    second.anonymous().login(name, PASSWORD).get("/api/patients/" + patient).expect(200);
    assertThat(entry("login_link_shown", patient).path("actorType").asString()).isEqualTo("ADMIN");
    assertThat(entry("login_created", patient).path("actorId").asString())
        .isEqualTo(patient.toString());
    assertThat(entry("signed_in", patient).path("actorType").asString()).isEqualTo("PATIENT");
    admin.post(invitation(patient), null).expect(409, "LOGIN_EXISTS");
  }

  @Test
  void ofTwentyAtOnceOnTwoServersOneWins() throws Exception {
    UUID patient = registered(admin);
    String link = linkOf(patient);
    List<Callable<Integer>> all =
        IntStream.range(0, 20)
            .<Callable<Integer>>mapToObj(
                number ->
                    () ->
                        Practice.accept(
                                (number % 2 == 0 ? server : second).anonymous(),
                                link,
                                name(),
                                PASSWORD)
                            .status())
            .toList();
    List<Integer> statuses = Simultaneously.call(all);

    assertThat(statuses).containsOnlyOnce(204);
    assertThat(statuses.stream().filter(status -> status != 204)).containsOnly(404);
    assertThat(logins(patient)).isEqualTo(1);
  }

  @Test
  void whoseNameIsTakenChoosesAnother() {
    UUID patient = registered(admin);
    String link = linkOf(patient);

    Practice.accept(server.anonymous(), link, "ADMIN", PASSWORD).expect(409, "USERNAME_TAKEN");
    Practice.accept(server.anonymous(), link, name(), "password1").expect(400);
    Practice.accept(server.anonymous(), link, "a b", PASSWORD).expect(400);
    assertThat(logins(patient)).isZero();
    Practice.accept(server.anonymous(), link, name(), PASSWORD).expect(204);
  }

  @Test
  void aLinkIsNoWayToTryNames() {
    String link = linkOf(registered(admin));
    for (int i = 0; i < 20; i++) {
      Practice.accept(server.anonymous(), link, "admin", PASSWORD).expect(409);
    }
    Practice.accept(server.anonymous(), link, name(), PASSWORD).expect(404);
  }

  /**
   * Whoever changes a password because somebody else knows it, or reads their mail, is rid of them.
   */
  @Test
  void aLinkForAnotherPasswordEndsWithWhatEndsTokens() {
    String login = name();
    String path = "/api/admin/logins/" + loginOf(login);
    Client owner = server.anonymous().login(login, PASSWORD);
    String beforeChange = reset(path);
    owner
        .post("/api/auth/password", Map.of("oldPassword", PASSWORD, "newPassword", "an other one"))
        .expect(200);
    accept(beforeChange, "stolen by a link").expect(404);
    server.anonymous().login(login, "an other one");

    String beforeDisabling = reset(path);
    admin.post(path + "/disable", null).expect(204);
    accept(beforeDisabling, "stolen by a link").expect(404);
    admin.post(path + "/enable", null).expect(204);
    accept(beforeDisabling, "stolen by a link").expect(404);

    accept(reset(path), "set by its owner").expect(204);
    server.anonymous().login(login, "set by its owner");
  }

  private static String reset(String path) {
    return admin.post(path + "/reset", Map.of("showLink", true)).expect(202).text("link");
  }

  private static Answer accept(String link, String password) {
    String token = link.substring(link.indexOf('#') + 1);
    return server
        .anonymous()
        .post("/api/auth/invitations/accept", Map.of("token", token, "password", password));
  }

  /** A login of staff, who no message reaches. */
  private static String loginOf(String username) {
    String link =
        admin
            .post("/api/admin/logins", Map.of("username", username, "role", "AUDITOR"))
            .expect(202)
            .text("link");
    accept(link, PASSWORD).expect(204);
    return server
        .bean(JdbcClient.class)
        .sql("select login_id::text from work.login where username = ?")
        .param(username)
        .query(String.class)
        .single();
  }

  /** What may be left out of an invitation may be left out by itself. */
  @Test
  void anInvitationNeedsNoneOfItsFields() {
    admin.post(invitation(registered(admin)), Map.of()).expect(202);
    admin.post(invitation(registered(admin)), Map.of("username", name())).expect(202);
  }

  @Test
  void anEarlierLinkEndsWithTheNext() {
    UUID patient = registered(admin);
    String earlier = linkOf(patient);
    String later = linkOf(patient);

    Practice.accept(server.anonymous(), earlier, name(), PASSWORD).expect(404);
    Practice.accept(server.anonymous(), later, name(), PASSWORD).expect(204);
  }

  @Test
  void aLinkEndsByItself() {
    UUID patient = registered(admin);
    String link = linkOf(patient);
    server
        .bean(JdbcClient.class)
        .sql("update work.invitation set expires_at = now() where person = ?")
        .param(patient)
        .update();

    Practice.accept(server.anonymous(), link, name(), PASSWORD).expect(404);
  }

  @Test
  void noLinkIsStored() {
    String secret = Practice.token(linkOf(registered(admin)));
    String stored =
        server
            .bean(JdbcClient.class)
            .sql("select string_agg(l::text, ' ') from work.invitation_link l")
            .query(String.class)
            .single();

    assertThat(secret).hasSize(43);
    assertThat(stored).doesNotContain(secret);
  }

  @Test
  void nobodyIsInvitedWithoutEnd() {
    UUID patient = registered(admin);
    for (int i = 0; i < 10; i++) {
      admin.post(invitation(patient), null).expect(202);
    }
    admin.post(invitation(patient), null).expect(429, "TOO_MANY_ATTEMPTS");
  }

  @Test
  void doctorsAreInvitedByAdminsAlone() {
    String doctor = new Practice(admin).doctor().id;
    registrar.post("/api/doctors/" + doctor + "/invitation", null).expect(403);
    admin.post("/api/doctors/" + doctor + "/invitation", null).expect(202);
    admin.post("/api/doctors/" + UUID.randomUUID() + "/invitation", null).expect(404);
  }

  @Test
  void adminsMakeLoginsOfStaff() {
    String name = "auditor." + name();
    Map<String, String> wish = Map.of("username", name, "role", "AUDITOR");
    registrar.post("/api/admin/logins", wish).expect(403);
    String link = admin.post("/api/admin/logins", wish).expect(202).text("link");
    server
        .anonymous()
        .post(
            "/api/auth/invitations/accept",
            Map.of("token", Practice.token(link), "password", PASSWORD))
        .expect(204);

    second.anonymous().login(name, PASSWORD).get("/api/audit/events?limit=1").expect(200);
    admin.post("/api/admin/logins", wish).expect(409, "USERNAME_TAKEN");
    admin
        .post("/api/admin/logins", Map.of("username", name(), "role", "PATIENT"))
        .expect(400, "INVALID_REQUEST");
    assertThat(
            admin
                .get("/api/admin/logins?role=AUDITOR")
                .expect(200)
                .body()
                .path("items")
                .findValuesAsString("username"))
        .contains(name);
  }

  /** The moment between the use of a link and the login it makes. */
  @Test
  void whoIsErasedWhileAcceptingHasNoLogin() throws Exception {
    UUID patient = registered(admin);
    linkOf(patient);
    try (Connection accepting = server.owner()) {
      accepting.setAutoCommit(false);
      Statement step = accepting.createStatement();
      step.execute("update work.invitation set used_at = now() where person = '" + patient + "'");
      admin
          .post("/api/patients/" + patient + "/erase", Map.of("ground", "patient_request"))
          .expect(202);
      Await.until(
          () -> count("select count(*) from pg_locks where not granted"), waiting -> waiting > 0);
      step.execute(
          "insert into work.login (name_hash, password, role, person, demo) values"
              + " (decode(md5('"
              + patient
              + "'), 'hex'), 'x', 'PATIENT', '"
              + patient
              + "', false)");
      accepting.commit();
    }
    Await.until(
        () -> admin.get("/api/patients/" + patient + "/erasure").text("receipt"),
        receipt -> !receipt.isEmpty());
    assertThat(logins(patient)).isZero();
  }

  @Test
  void whoIsErasedIsNotInvited() {
    UUID patient = registered(admin);
    admin
        .post("/api/patients/" + patient + "/erase", Map.of("ground", "patient_request"))
        .expect(202);

    admin.post("/api/patients/" + patient + "/invitation", Map.of("showLink", true)).expect(422);
  }

  /** With an event log that refuses what happens to logins, and then takes it again. */
  @Test
  void aLinkIsGoodUntilItsUseIsOnRecord() throws Exception {
    UUID patient = registered(admin);
    String link = linkOf(patient);
    String name = name();
    try (LoginsOffRecord refusing = new LoginsOffRecord(server)) {
      Practice.accept(server.anonymous(), link, name, PASSWORD).expect(503);
      assertThat(logins(patient)).isZero();
    }
    Practice.accept(server.anonymous(), link, name, PASSWORD).expect(204);
    assertThat(entry("login_created", patient).path("actorId").asString())
        .isEqualTo(patient.toString());
  }

  @Test
  void theListNamesNoPatientsName() {
    UUID patient = registered(admin);
    String name = name();
    Practice.accept(server.anonymous(), linkOf(patient), name, PASSWORD).expect(204);
    Answer list = admin.get("/api/admin/logins?role=PATIENT&limit=200").expect(200);

    assertThat(list.body().path("items").findValuesAsString("person")).contains(patient.toString());
    assertThat(list.raw().body()).doesNotContain(name);
  }

  @Test
  void thePageBehindALinkIsThere() {
    assertThat(server.anonymous().get("/set-password.html").expect(200).raw().body())
        .contains("set-password.js");
    assertThat(server.anonymous().get("/set-password.js").expect(200).raw().body())
        .contains("/api/auth/invitations/accept".substring(1));
  }
}
