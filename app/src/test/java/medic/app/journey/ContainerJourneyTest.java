package medic.app.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** On a PostgreSQL in a container, as docker-compose.yml runs it; skipped without Docker. */
@EnabledIf(
    value = "dockerIsThere",
    disabledReason = "Docker is not available, so there is no PostgreSQL container")
@Tag("server")
class ContainerJourneyTest extends BookingJourney {

  private PostgreSQLContainer postgres;

  static boolean dockerIsThere() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  TestServer server() {
    postgres = new PostgreSQLContainer("postgres:18");
    postgres.start();
    return TestServer.startOn(
        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
  }

  @AfterAll
  void stopContainer() {
    if (postgres != null) {
      postgres.stop();
    }
  }
}
