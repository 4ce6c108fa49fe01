package medic.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who sees a patient's data, or tries to, is in the log, and the patient is told. */
@Tag("server")
class AccessLogTest {

  private static TestServer server;
  private static Client admin;
  private static Client auditor;
  private static Practice practice;
  private static Practice.Doctor doctor;

  private final String login = "p." + UUID.randomUUID().toString().substring(0, 8);
  private final String patient = practice.patient(login);
  private final Client patientsOwn = server.anonymous().login(login, "long enough");

  @BeforeAll
  static void start() {
    server = TestServer.shared();
    admin = server.admin();
    auditor = server.auditor();
    practice = new Practice(admin);
    doctor = practice.doctor();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsThePatientWhoReadWhat() {
    String visit = book();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Client doctorsOwn = server.anonymous().login(doctor.login(), "long enough");
    doctorsOwn.get(doctor.path("/agenda?from=" + today + "&to=" + today.plusDays(3))).expect(200);
    admin.get("/api/appointments/" + visit).expect(200);
    admin.get("/api/appointments/" + visit + "/offer").expect(200);
    auditor.get("/api/appointments/" + visit + "/changes?from=2020-01-01T00:00:00Z").expect(200);
    auditor.get("/api/audit/events?patientId=" + patient).expect(200);
    auditor.get("/api/audit/export?format=csv&patientId=" + patient).expect(200);

    List<JsonNode> reads =
        Await.until(() -> access(patientsOwn, patient), found -> found.size() >= 6);

    assertThat(reads.stream().map(AccessLogTest::whoAndWhat))
        .contains(
            "DOCTOR Dr. Ada Test patient_data_read /api/doctors/{doctorId}/agenda",
            "ADMIN admin patient_data_read /api/appointments/{appointmentId}",
            "ADMIN admin patient_data_read /api/appointments/{appointmentId}/offer",
            "AUDITOR auditor patient_data_read /api/appointments/{appointmentId}/changes",
            "AUDITOR auditor log_read -",
            "AUDITOR auditor log_exported -");
    Await.until(
        () -> access(patientsOwn, patient).stream().map(AccessLogTest::whoAndWhat).toList(),
        found ->
            found.contains(
                "PATIENT " + patient + " patient_data_read /api/patients/{patientId}/access"));
  }

  @Test
  void tellsOfMessagesAndOfProofs() {
    String visit = book();
    String booked =
        entries("appointmentId=" + visit + "&action=booked", 1).get(0).path("eventId").asString();
    String messages = "/api/admin/notifications?appointmentId=" + visit;
    Await.until(
        () -> items(admin.get(messages).expect(200).body()).toList(), found -> !found.isEmpty());
    auditor.get(messages).expect(200);
    auditor.get("/api/audit/proof?eventId=" + booked).expect(200);

    assertThat(entries("actorId=auditor&action=patient_data_read&patientId=" + patient, 1))
        .extracting(read -> read.at("/details/resource/route").asString())
        .contains("/api/admin/notifications");
    assertThat(entries("actorId=auditor&action=log_read&patientId=" + patient, 2))
        .extracting(read -> read.at("/details/filter").asString())
        .contains("eventId=" + booked);
  }

  @Test
  void tellsNobodyOfTheReadsOfOthers() {
    String otherLogin = "p." + UUID.randomUUID().toString().substring(0, 8);
    String other = practice.patient(otherLogin);
    admin.get("/api/patients/" + other).expect(200);
    Client othersOwn = server.anonymous().login(otherLogin, "long enough");
    Await.until(
        () -> access(othersOwn, other),
        found -> found.stream().anyMatch(read -> whoAndWhat(read).startsWith("ADMIN")));

    assertThat(access(patientsOwn, patient).stream().map(AccessLogTest::whoAndWhat))
        .noneMatch(read -> read.startsWith("ADMIN"));
    patientsOwn.get("/api/patients/" + other + "/access").expect(404);
    admin.get("/api/patients/" + UUID.randomUUID() + "/access").expect(404);
  }

  @Test
  void pagesThroughTheReads() {
    for (int i = 0; i < 3; i++) {
      admin.get("/api/patients/" + patient).expect(200);
    }
    Await.until(() -> access(admin, patient), found -> found.size() >= 3);

    JsonNode first = admin.get("/api/patients/" + patient + "/access?limit=2").expect(200).body();
    String cursor = first.path("nextCursor").asString();
    JsonNode second =
        admin
            .get("/api/patients/" + patient + "/access?limit=2&cursor=" + cursor)
            .expect(200)
            .body();

    assertThat(Stream.concat(items(first), items(second)).map(read -> read.path("eventId")))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void putsDeniedAttemptsOnRecord() {
    String visit = book();
    String strangersLogin = "p." + UUID.randomUUID().toString().substring(0, 8);
    String stranger = practice.patient(strangersLogin);
    Client strangersOwn = server.anonymous().login(strangersLogin, "long enough");
    strangersOwn.get("/api/appointments/" + visit).expect(404);
    strangersOwn.get("/api/patients/" + patient).expect(404);
    strangersOwn.get("/api/audit/events").expect(403);
    strangersOwn.post("/api/appointments/" + visit + "/cancel", Map.of()).expect(404);

    List<JsonNode> refused = entries("actorId=" + stranger + "&action=access_refused", 4);

    assertThat(refused.stream().map(entry -> entry.path("details")).map(AccessLogTest::refusal))
        .containsExactlyInAnyOrder(
            "404 GET /api/appointments/{appointmentId}",
            "404 GET /api/patients/{patientId}",
            "403 GET /api/audit/events",
            "404 POST /api/appointments/{appointmentId}/cancel");
    assertThat(refused).anyMatch(entry -> entry.path("patientId").asString().equals(patient));
    assertThat(refused).allMatch(entry -> entry.path("address").asString().equals("127.0.0.1"));
  }

  @Test
  void countsTheSameRefusalInsteadOfRepeatingIt() throws Exception {
    String strangersLogin = "p." + UUID.randomUUID().toString().substring(0, 8);
    String stranger = practice.patient(strangersLogin);
    try (TestServer other = server.join()) {
      Client strangersOwn = other.anonymous().login(strangersLogin, "long enough");
      for (int i = 0; i < 50; i++) {
        strangersOwn.get("/api/patients/" + patient).expect(404);
      }
      assertThat(entries("actorId=" + stranger + "&action=access_refused", 1)).hasSize(1);
    }

    JsonNode again = entries("actorId=" + stranger + "&action=access_refused_again", 1).get(0);
    assertThat(again.at("/details/times").asInt()).isEqualTo(49);
    assertThat(refusal(again.path("details"))).isEqualTo("404 GET /api/patients/{patientId}");
    assertThat(again.path("patientId").asString()).isEqualTo(patient);
  }

  @Test
  void aTimelineTellsWhatWasDoneAndNotWhoLooked() {
    String unknown = UUID.randomUUID().toString();
    admin.get("/api/appointments/" + unknown + "/timeline").expect(404);
    assertThat(entries("appointmentId=" + unknown, 1)).hasSize(1);
    admin.get("/api/appointments/" + unknown + "/timeline").expect(404);
    String visit = book();
    admin.get("/api/appointments/" + visit).expect(200);
    entries("appointmentId=" + visit + "&action=patient_data_read", 1);

    assertThat(
            admin
                .get("/api/appointments/" + visit + "/timeline")
                .expect(200)
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("action").asString()))
        .contains("booked")
        .doesNotContain("patient_data_read");
  }

  @Test
  void putsRefusedLoginsOnRecordButNoWordOfThem() throws Exception {
    Client nobody = server.anonymous();
    nobody
        .post("/api/auth/token", Map.of("username", login, "password", "a wrong one"))
        .expect(401);
    nobody
        .post("/api/auth/token", Map.of("username", "no.such.login", "password", "a wrong one"))
        .expect(401);

    JsonNode entry =
        entries("action=login_refused", 1).stream()
            .filter(refused -> refused.at("/details/loginId").asString().equals(patient))
            .findFirst()
            .orElseThrow();

    assertThat(entry.path("actorType").asString()).isEqualTo("SYSTEM");
    assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(storedWith("no.such.login")).isZero();
  }

  @Test
  void tellsForWhomAndWhatChanged() {
    String visit = book();
    admin.post("/api/appointments/" + visit + "/cancel", Map.of("reason", "Ill")).expect(200);

    JsonNode booked = entries("appointmentId=" + visit + "&action=booked", 1).get(0);
    JsonNode cancelled = entries("appointmentId=" + visit + "&action=cancelled", 1).get(0);

    assertThat(booked.at("/onBehalfOf/type").asString()).isEqualTo("patient");
    assertThat(booked.at("/onBehalfOf/id").asString()).isEqualTo(patient);
    assertThat(booked.path("channel").asString()).isEqualTo("http");
    assertThat(booked.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(booked.path("before").isMissingNode()).isTrue();
    assertThat(booked.at("/after/status").asString()).isEqualTo("confirmed");
    assertThat(cancelled.path("onBehalfOf").isMissingNode()).isTrue();
    assertThat(cancelled.at("/before/status").asString()).isEqualTo("confirmed");
    assertThat(cancelled.at("/after/status").asString()).isEqualTo("cancelled");
  }

  @Test
  void showsNothingThatCannotBePutOnRecord() throws Exception {
    asOwner("revoke insert on store.domain_event_entry from medic_app");
    try {
      Answer answer = admin.get("/api/patients/" + patient);

      assertThat(answer.status()).isGreaterThanOrEqualTo(500);
      assertThat(answer.raw().body()).doesNotContain("Grace");
    } finally {
      asOwner(
          "grant insert (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
              + " payload_type, payload_revision, payload, meta_data)"
              + " on store.domain_event_entry to medic_app");
    }
    assertThat(admin.get("/api/patients/" + patient).expect(200).text("fullName"))
        .isEqualTo("Grace Patient");
  }

  @Test
  void keepsAnAddressSealed() throws Exception {
    admin.get("/api/patients/" + patient).expect(200);

    assertThat(storedWith("127.0.0.1")).isZero();
  }

  @Test
  void repeatsNoWordThatTheReaderTyped() throws Exception {
    auditor.get("/api/audit/events?actorId=Grace%20Lastname").expect(200);
    auditor.get("/api/audit/export?actorId=Grace%20Lastname").expect(200);
    auditor.get("/api/audit/events?actorId=admin").expect(200);

    assertThat(storedWith("Lastname")).isZero();
    assertThat(storedWith("actorId=admin")).isPositive();
  }

  private String book() {
    String at = doctor.slots(admin).get(0).path("startsAt").asString();
    return admin
        .post("/api/appointments", doctor.booking(patient, at))
        .expect(201)
        .text("appointmentId");
  }

  private static List<JsonNode> access(Client who, String patient) {
    return items(who.get("/api/patients/" + patient + "/access").expect(200).body()).toList();
  }

  private static List<JsonNode> entries(String filter, int atLeast) {
    return Await.until(
        () -> items(auditor.get("/api/audit/events?" + filter).expect(200).body()).toList(),
        found -> found.size() >= atLeast);
  }

  private static Stream<JsonNode> items(JsonNode page) {
    return page.path("items").valueStream();
  }

  private static String whoAndWhat(JsonNode read) {
    return String.join(
        " ",
        read.path("actorType").asString(),
        read.path("actorName").asString(read.path("actorId").asString()),
        read.path("action").asString(),
        read.path("resource").asString("-"));
  }

  private static String refusal(JsonNode details) {
    return details.path("status").asString()
        + " "
        + details.at("/resource/method").asString()
        + " "
        + details.at("/resource/route").asString();
  }

  private static void asOwner(String sql) throws Exception {
    try (Connection owner = server.owner()) {
      owner.createStatement().execute(sql);
    }
  }

  private static long storedWith(String word) throws Exception {
    try (Connection owner = server.owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    "select count(*) from store.domain_event_entry where"
                        + " convert_from(payload, 'UTF8') || convert_from(meta_data, 'UTF8')"
                        + " like '%"
                        + word
                        + "%'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
