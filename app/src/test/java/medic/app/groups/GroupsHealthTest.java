package medic.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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

/** A read model that does not follow says so, and answers nothing; the server is ready. */
@Tag("server")
class GroupsHealthTest {

  private static TestServer server;
  private static Client admin;
  private static Practice.Doctor doctor;
  private static String at;

  @BeforeAll
  static void start() {
    server = TestServer.start("medic.groups.degraded-after=1s", "medic.groups.refused-after=4s");
    admin = server.admin();
    doctor = new Practice(admin).doctor();
    at = doctor.slots(admin).get(0).path("startsAt").asString();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsWhichReadModelIsBehindAndHasItAnswerNothing() throws Exception {
    String patient = new Practice(admin).patient();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String agenda = doctor.path("/agenda?from=" + today + "&to=" + today.plusDays(2));
    awaitHealth("agenda", "UP");
    try (Connection owner = server.owner()) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("lock table read.agenda_entry_v1 in share mode");
      admin.post("/api/appointments", doctor.booking(patient, at)).expect(201);

      awaitHealth("agenda", "DEGRADED");
      Answer refused =
          Await.until(
              () -> admin.get(agenda),
              answer -> answer.header("Retry-After").filter("30"::equals).isPresent());

      refused.expect(503, "READ_MODEL_BEHIND");
      JsonNode details = groups().path("agenda").path("details");
      assertThat(details.path("eventsBehind").asLong()).isPositive();
      assertThat(details.path("secondsBehind").asLong()).isPositive();
      assertThat(details.path("answers").asBoolean(true)).isFalse();
      assertThat(gauge("medic.group.lag.events", "agenda")).isPositive();
      assertThat(gauge("medic.group.lag.seconds", "agenda")).isPositive();
      assertThat(groups().path("bookings").path("status").asString()).isEqualTo("UP");
      admin.get("/api/patients/" + patient + "/appointments").expect(200);
      assertThat(admin.get("/actuator/health").expect(200).text("status")).isEqualTo("DEGRADED");
      admin.get("/actuator/health/readiness").expect(200);
    }
    awaitHealth("agenda", "UP");
    admin.get(agenda).expect(200);
  }

  @Test
  void tellsWhichGroupsHaveParkedEvents() throws Exception {
    try (Connection owner = server.owner()) {
      owner
          .createStatement()
          .execute(
              "insert into store.domain_event_entry (event_identifier, aggregate_identifier,"
                  + " sequence_number, time_stamp, payload_type, payload_revision, payload,"
                  + " meta_data) select i, i, 0, '2026-11-20T08:00:00Z',"
                  + " 'medic.events.hold.HoldPlaced', '1', '{', '{}'"
                  + " from (values ('"
                  + UUID.randomUUID()
                  + "')) as one (i)");
    }
    awaitHealth("hold-expiry", "DEGRADED");
    awaitHealth("timeline", "DEGRADED");
    assertThat(groups().path("timeline").path("details").path("eventDeadLetterTable").asInt())
        .isOne();
    assertThat(gauge("medic.group.parked.events", "timeline")).isOne();

    for (JsonNode letter : letters()) {
      admin.delete("/api/admin/dead-letters/" + letter.path("id").asString()).expect(204);
    }

    awaitHealth("timeline", "UP");
    awaitHealth("hold-expiry", "UP");
  }

  @Test
  void showsNobodyElseMoreThanAWord() {
    for (Client other : List.of(server.anonymous(), server.auditor())) {
      JsonNode health = other.get("/actuator/health").expect(200).body();
      assertThat(health.path("status").asString()).isNotEmpty();
      assertThat(health.has("components")).isFalse();
    }
  }

  private static List<JsonNode> letters() {
    return admin
        .get("/api/admin/dead-letters")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static double gauge(String name, String group) {
    return server.bean(MeterRegistry.class).get(name).tag("group", group).gauge().value();
  }

  private static JsonNode groups() {
    return admin.get("/actuator/health").body().at("/components/groups/components");
  }

  private static void awaitHealth(String group, String status) {
    Await.until(() -> groups().path(group).path("status").asString(""), status::equals);
  }
}
