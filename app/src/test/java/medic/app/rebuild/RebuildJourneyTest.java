package medic.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import medic.app.journey.Answer;
import medic.app.journey.Client;
import medic.app.journey.Practice;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An admin has read models made anew, over HTTP, and watches. */
@Tag("server")
class RebuildJourneyTest {

  private static TestServer server;
  private static Client admin;
  private static Practice.Doctor doctor;
  private static String patient;
  private static String visit;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    admin = server.admin();
    Practice practice = new Practice(admin);
    doctor = practice.doctor();
    patient = practice.patient();
    JsonNode slots = doctor.slots(admin);
    visit =
        admin
            .post(
                "/api/appointments",
                doctor.booking(patient, slots.get(1).path("startsAt").asString()))
            .expect(201)
            .text("appointmentId");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsHowReadModelsStand() {
    JsonNode items =
        server.auditor().get("/api/admin/projections").expect(200).body().path("items");
    assertThat(items).hasSize(10);
    assertThat(items.get(0).path("name").asString()).isEqualTo("agenda");
    assertThat(items.get(0).path("status").asString()).isEqualTo("up_to_date");
    assertThat(items.get(0).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void makesEachAnewAndAnswersAsBefore() {
    Answer before = admin.get("/api/appointments/" + visit).expect(200);
    String list = "/api/patients/" + patient + "/appointments";
    JsonNode booked = admin.get(list).expect(200).body();
    for (JsonNode model : admin.get("/api/admin/projections").body().path("items")) {
      JsonNode over = Orders.done(admin, model.path("name").asString());
      assertThat(over.path("progress").asDouble()).isEqualTo(1.0);
      assertThat(over.path("events").asLong()).isPositive();
      assertThat(over.path("parked").asLong()).isZero();
      assertThat(over.path("lockedMillis").asDouble()).isBetween(0.0, 1_000.0);
    }
    assertThat(admin.get("/api/appointments/" + visit).expect(200).body()).isEqualTo(before.body());
    assertThat(admin.get(list).expect(200).body()).isEqualTo(booked);
  }

  @Test
  void putsEachOrderOnRecord() {
    Orders.done(admin, "names");
    JsonNode entries =
        Await.until(
            () ->
                server
                    .auditor()
                    .get("/api/audit/events?action=rebuild_ordered&limit=100")
                    .expect(200)
                    .body()
                    .path("items"),
            items -> items.toString().contains("\"names\""));
    assertThat(entries.toString()).contains("\"start\"").contains("\"admin\"");
  }

  /** Held up at the switch, which waits for a row that the test holds. */
  @Test
  @Timeout(120)
  void pausesGoesOnAndIsCancelled() throws Exception {
    String rebuild = Orders.path("directory") + "/rebuild";
    assertThat(admin.post(rebuild + "/pause", null).expect(409).text("code"))
        .isEqualTo("NO_REBUILD_UNDER_WAY");
    try (Connection holder = held("directory")) {
      admin.post(rebuild, null).expect(202);
      assertThat(admin.post(rebuild, null).expect(409).text("code")).isEqualTo("REBUILD_UNDER_WAY");
      Await.until(
          () -> Orders.state(admin, "directory").path("state").asString(),
          state -> state.equals("catching_up"));
      assertThat(isPaused(admin.post(rebuild + "/pause", null))).isTrue();
      assertThat(isPaused(admin.post(rebuild + "/resume", null))).isFalse();
      admin.delete(rebuild).expect(202);
      holder.rollback();
    }
    Await.until(
        () -> Orders.state(admin, "directory").path("state").asString(),
        state -> state.equals("cancelled"));
    admin.get("/api/doctors/" + doctor.id).expect(200);
    assertThat(admin.delete(rebuild).expect(409).text("code")).isEqualTo("NO_REBUILD_UNDER_WAY");
  }

  private static boolean isPaused(Answer answer) {
    return answer.expect(202).body().at("/rebuild/paused").asBoolean();
  }

  private static Connection held(String group) throws SQLException {
    Connection owner = server.owner();
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "select from work.token_entry where processor_name = '" + group + "' for update");
    }
    return owner;
  }

  @Test
  @Timeout(60)
  void streamsItsProgressToTheEnd() throws Exception {
    admin.post(Orders.path("analytics") + "/rebuild", null).expect(202);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.address() + Orders.path("analytics") + "/rebuild/stream"))
            .header("Authorization", "Bearer " + token())
            .build();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.startsWith("data:") ? line.substring(5) : last;
      }
    }
    assertThat(JsonMapper.shared().readTree(last).path("state").asString()).isEqualTo("done");
  }

  private static String token() {
    return server
        .anonymous()
        .post("/api/auth/token", Map.of("username", "admin", "password", "demo"))
        .expect(200)
        .text("accessToken");
  }

  @Test
  void healthTellsWhatACheckHasFound() throws Exception {
    medic.query.rebuild.Checks checks = server.bean(medic.query.rebuild.Checks.class);
    try (Connection owner = server.owner();
        Statement statement = owner.createStatement()) {
      statement.execute("update read.name_v1 set name = name || '!'");
      try {
        assertThat(checks.check("names", events -> {}).differences()).isPositive();
        JsonNode health = admin.get("/actuator/health").body().at("/components/readModels");
        assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(health.at("/details/names/differences").asLong()).isPositive();
        JsonNode check = admin.get(Orders.path("names")).expect(200).body().path("check");
        assertThat(check.path("findings").get(0).asString()).contains("differs in name");
      } finally {
        Orders.done(admin, "names");
      }
    }
    assertThat(admin.get("/actuator/health").body().at("/components/readModels/status").asString())
        .isEqualTo("UP");
    assertThat(checks.check("names", events -> {}).findings()).isEqualTo(List.of());
  }
}
