package medic.app.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import medic.app.StartRefused;
import medic.app.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An outside PostgreSQL: the owner migrates, the server works as somebody else. */
@Tag("server")
class OutsideDatabaseTest {

  private final String url = TestDatabase.withoutUser(TestDatabase.fresh());
  private final Map<String, Object> settings =
      new HashMap<>(Map.of("MEDIC_DB_URL", url, "MEDIC_DB_USER", "medic_app"));

  private StandardEnvironment environment() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }

  @Test
  void aServerWithoutTheOwnersPasswordStartsOnceTheOwnerHasMigrated() throws Exception {
    try (DatabaseSource server = DatabaseSource.open(environment())) {
      assertThatThrownBy(server::migrate).isInstanceOf(StartRefused.class);
    }
    settings.put("MEDIC_DB_OWNER_USER", "postgres");
    try (DatabaseSource owner = DatabaseSource.open(environment())) {
      assertThat(owner.migrate()).isPositive();
      assertThat(owner.migrate()).isZero();
    }
    settings.remove("MEDIC_DB_OWNER_USER");
    try (DatabaseSource server = DatabaseSource.open(environment())) {
      server.makeReady();
      StandardEnvironment told = environment();
      server.addTo(told);
      assertThat(told.getProperty("spring.flyway.enabled")).isEqualTo("false");
      assertThat(told.getProperty("spring.datasource.username")).isEqualTo("medic_app");
      assertThat(told.containsProperty(DatabaseSource.LOG_USER)).isFalse();
      try (Connection connection = server.application().connect()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void onlyANodeThatIsToldTheLogsUserAppendsToTheLog() {
    settings.put("MEDIC_DB_LOG_USER", "medic_log");
    settings.put("MEDIC_DB_LOG_PASSWORD", "log");
    try (DatabaseSource server = DatabaseSource.open(environment())) {
      StandardEnvironment told = environment();
      server.addTo(told);
      assertThat(told.getProperty(DatabaseSource.LOG_USER)).isEqualTo("medic_log");
    }
  }
}
