package medic.app.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import medic.app.journey.Client;
import medic.app.journey.TestServer;
import medic.app.messages.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parts that are behind say so to admins, and take no node out. */
@Tag("server")
class LagHealthTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start("medic.health.lag-bound=10s");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode component(Client client, String name) {
    return client.get("/actuator/health").body().path("components").path(name);
  }

  private static void execute(String sql) throws Exception {
    try (Connection owner = server.owner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void eachPartTellsHowFarBehindItIs() {
    Client admin = server.admin();
    for (String name : List.of("logLag", "outbox", "scheduler", "calendars")) {
      JsonNode part = component(admin, name);
      assertThat(part.path("status").asString("")).as(name).isEqualTo("UP");
      assertThat(part.path("details").propertyNames())
          .as(name)
          .containsExactlyInAnyOrder("lagEvents", "lagSeconds");
    }
  }

  @Test
  void aPartThatIsBehindIsDegradedAndTheNodeStaysReady() throws Exception {
    Client admin = server.admin();
    execute(
        "insert into work.scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version) values ('nobody-takes-this', '1', now() - interval '5 minutes', false, 1)");
    Await.until(
        Duration.ofSeconds(10),
        () -> component(admin, "scheduler"),
        part -> part.path("status").asString("").equals("DEGRADED"));
    JsonNode late = component(admin, "scheduler").path("details");
    assertThat(late.path("lagEvents").asInt()).isPositive();
    assertThat(late.path("lagSeconds").asInt()).isGreaterThanOrEqualTo(300);
    assertThat(admin.get("/actuator/health").expect(200).text("status")).isEqualTo("DEGRADED");
    admin.get("/actuator/health/readiness").expect(200);
    execute("delete from work.scheduled_tasks where task_name = 'nobody-takes-this'");
    assertThat(component(admin, "scheduler").path("status").asString("")).isEqualTo("UP");
  }

  @Test
  void onlyAdminsSeeMoreThanTheStatus() {
    for (Client other : List.of(server.anonymous(), server.auditor())) {
      assertThat(other.get("/actuator/health").expect(200).body().propertyNames())
          .doesNotContain("components");
    }
  }
}
