package medic.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import medic.events.access.AccessRefused;
import medic.events.appointment.AppointmentBooked;
import medic.events.doctor.LocationAdded;
import medic.events.hold.HoldPlaced;
import medic.events.patient.PatientErased;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever lies in the log, whoever wrote it: it holds up itself, and nobody else. */
@Tag("server")
class PoisonedEventsTest {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final String USUAL =
      "{\"actorType\":\"admin\",\"actorId\":\"admin\",\"channel\":\"http\"}";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static TestServer server;
  private static Client admin;
  private static Practice practice;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
    practice = new Practice(admin);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** As it was written until ids were read as they are written. */
  @Test
  void readsAPatientsIdThatNobodyHas() throws Exception {
    String stream =
        stored(
            AccessRefused.class.getName(),
            "{\"resource\":{\"method\":\"GET\",\"route\":\"/api/patients/{patientId}/appointments\","
                + "\"appointmentId\":null,\"doctorId\":null,\"patientId\":\""
                + NOBODY
                + "\"},\"status\":404}",
            USUAL);

    List<JsonNode> entries =
        Await.until(
            PATIENCE,
            () -> entries("action=access_refused"),
            found ->
                found.stream().anyMatch(entry -> stream.equals(entry.path("stream").asString())));

    assertThat(entries)
        .extracting(entry -> entry.path("action").asString())
        .contains("access_refused");
  }

  @Test
  void storesNoIdThatCannotBeRead() {
    String login = "p." + UUID.randomUUID().toString().substring(0, 8);
    String patient = practice.patient(login);
    Client own = server.anonymous().login(login, "long enough");
    for (String id :
        List.of(
            NOBODY,
            "00000000-0000-0000-0000-000000000001",
            "ffffffff-ffff-ffff-ffff-ffffffffffff")) {
      assertThat(own.get("/api/patients/" + id + "/appointments").status()).isBetween(400, 404);
      assertThat(own.get("/api/doctors/" + id + "/agenda?from=2026-01-01&to=2026-01-02").status())
          .isBetween(400, 404);
      assertThat(admin.get("/api/patients/" + id).status()).isBetween(400, 404);
    }

    assertThat(entriesOfPatient(own, patient)).isNotEmpty();
  }

  @Test
  void goesOnPastWhatCannotBeRead() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String at = doctor.slots(admin).get(0).path("startsAt").asString();
    String erased = practice.patient();
    for (Class<?> type :
        List.of(
            AccessRefused.class,
            AppointmentBooked.class,
            HoldPlaced.class,
            LocationAdded.class,
            PatientErased.class)) {
      stored(type.getName(), "{\"broken\":", USUAL);
    }
    stored("medic.events.gone.Forgotten", "{}", USUAL);
    stored("no class at all", "", USUAL);
    stored(AccessRefused.class.getName(), "[]", "[1,2");
    stored(AccessRefused.class.getName(), "{}", "");
    stored(AccessRefused.class.getName(), "{}", null);

    goesOn(doctor, at);
    admin
        .post("/api/patients/" + erased + "/erase", Map.of("ground", "patient_request"))
        .expect(202);
    Await.until(
        PATIENCE,
        () -> admin.get("/api/patients/" + erased + "/erasure").text("receipt"),
        receipt -> !receipt.isEmpty());
    assertThat(letters("broken json"))
        .extracting(letter -> letter.path("details").path("group").asString())
        .contains("timeline", "agenda", "hold-expiry", "notifications", "erasure");
  }

  /** As the column took them once: what looks like a time, be it in no calendar. */
  @Test
  void goesOnPastATimeThatNeverWas() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String at = doctor.slots(admin).get(1).path("startsAt").asString();
    String nobody = "{\"loginType\":\"patient\",\"loginId\":\"x\"}";
    for (String time :
        List.of(
            "2026-13-45T25:61:61Z",
            "2026-02-30T08:00:00Z",
            "0000-00-00T00:00:00Z",
            "2016-12-31T23:59:60.5Z",
            "9999-12-31T23:59:59.999999999Z")) {
      unchecked("drop constraint if exists time_is_in_a_calendar");
      stored("medic.events.gone.Forgotten", "{}", USUAL, time);
      stored(medic.events.access.LoginRefused.class.getName(), nobody, USUAL, time);
    }

    goesOn(doctor, at);
    assertThat(server.admin().get("/actuator/health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-01T08:00:00Z",
        "2026-02-30T08:00:00Z",
        "2027-02-29T08:00:00Z",
        "0000-01-01T08:00:00Z",
        "2026-11-20T24:00:00Z",
        "2026-11-20T08:60:00Z",
        "2026-11-20T08:00:60Z"
      })
  void takesNoTimeThatIsInNoCalendar(String time) throws Exception {
    unchecked("drop constraint if exists time_is_in_a_calendar");
    unchecked(
        Files.readString(
                Path.of("src/main/resources/db/migration", "V6051__times_are_in_a_calendar.sql"))
            .replaceFirst("(?s).*alter table store.domain_event_entry ", ""));

    assertThatThrownBy(() -> stored("medic.events.gone.Forgotten", "{}", USUAL, time))
        .isInstanceOf(SQLException.class);
  }

  private static void unchecked(String change) throws SQLException {
    try (Connection owner = server.owner()) {
      owner.createStatement().execute("alter table store.domain_event_entry " + change);
    }
  }

  /** PostgreSQL's text holds no NUL: that is only found when a whole batch is written. */
  @Test
  void findsTheOneRowOfABatchThatCannotBeWritten() throws Exception {
    Practice.Doctor doctor = practice.doctor();
    String at = doctor.slots(admin).get(0).path("startsAt").asString();
    String place = UUID.randomUUID().toString();
    String stream =
        stored(
            LocationAdded.class.getName(),
            "{\"doctorId\":\"%s\",\"locationId\":\"%s\",\"name\":\"a\\u0000b\",\"address\":null,"
                    .formatted(doctor.id, place)
                + "\"city\":null,\"country\":null,\"timezone\":\"UTC\",\"lat\":null,\"lng\":null,"
                + "\"primary\":false}",
            USUAL);

    goesOn(doctor, at);

    List<JsonNode> letters =
        Await.until(
            PATIENCE,
            () -> letters(stream),
            found ->
                found.stream()
                    .map(letter -> letter.path("details").path("group").asString())
                    .toList()
                    .containsAll(List.of("names", "directory")));
    String letter = letters.get(0).path("id").asString();
    admin.post("/api/admin/dead-letters/" + letter + "/retry", null).expect(202);
    assertThat(letters(stream))
        .filteredOn(again -> again.path("id").asString().equals(letter))
        .extracting(again -> again.path("attempts").asInt())
        .containsExactly(2);
    admin.delete("/api/admin/dead-letters/" + letter).expect(204);
    assertThat(letters(stream)).hasSize(letters.size() - 1);
  }

  /** Books, and finds the visit wherever it is to be found, on this node and on a new one. */
  private static void goesOn(Practice.Doctor doctor, String at) {
    String patient = practice.patient();
    String visit =
        admin
            .post("/api/appointments", doctor.booking(patient, at))
            .expect(201)
            .text("appointmentId");
    found(admin, doctor, patient, visit);
    try (TestServer other = server.join()) {
      found(other.admin(), doctor, patient, visit);
    }
  }

  private static void found(Client who, Practice.Doctor doctor, String patient, String visit) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String path :
        List.of(
            "/api/appointments/" + visit,
            "/api/appointments/" + visit + "/timeline",
            "/api/audit/events?appointmentId=" + visit,
            "/api/audit/export?appointmentId=" + visit,
            "/api/audit/export",
            doctor.path("/agenda?from=" + today.minusDays(1) + "&to=" + today.plusDays(4)),
            "/api/patients/" + patient + "/appointments",
            "/api/patients/" + patient + "/notifications",
            "/api/admin/notifications?appointmentId=" + visit)) {
      Await.until(
          PATIENCE,
          () -> who.get(path),
          answer -> answer.status() == 200 && answer.raw().body().contains(visit));
    }
    Await.until(
        PATIENCE,
        () -> who.get("/api/patients/" + patient + "/access").raw().body(),
        body -> body.contains("patient_data_read"));
  }

  private static List<JsonNode> entriesOfPatient(Client own, String patient) {
    own.get("/api/patients/" + patient).expect(200);
    return Await.until(
        PATIENCE,
        () ->
            own.get("/api/patients/" + patient + "/access")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList(),
        found -> !found.isEmpty());
  }

  private static List<JsonNode> entries(String filter) {
    return admin
        .get("/api/audit/events?limit=200&" + filter)
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static List<JsonNode> letters(String stream) {
    return admin
        .get("/api/admin/dead-letters?limit=200")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .filter(
            letter ->
                stream.equals("broken json")
                    || letter.path("details").path("aggregateId").asString("").equals(stream))
        .toList();
  }

  /** Puts a row into the store, past all that guards it; answers its stream. */
  private static String stored(String type, String payload, String metaData) throws SQLException {
    return stored(type, payload, metaData, "2026-11-20T08:00:00Z");
  }

  private static String stored(String type, String payload, String metaData, String time)
      throws SQLException {
    String id = UUID.randomUUID().toString();
    try (Connection owner = server.owner();
        PreparedStatement insert =
            owner.prepareStatement(
                "insert into store.domain_event_entry (event_identifier, aggregate_identifier,"
                    + " sequence_number, time_stamp, payload_type, payload_revision, payload,"
                    + " meta_data) values (?, ?, 0, ?, ?, '1', ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, id);
      insert.setString(3, time);
      insert.setString(4, type);
      insert.setBytes(5, payload.getBytes(StandardCharsets.UTF_8));
      insert.setBytes(6, metaData == null ? null : metaData.getBytes(StandardCharsets.UTF_8));
      insert.executeUpdate();
    }
    return id;
  }
}
