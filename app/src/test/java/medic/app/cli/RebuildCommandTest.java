package medic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import medic.app.chaos.ChildServer;
import medic.app.journey.Practice;
import medic.app.postgres.embedded.DatabaseSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code ./medic rebuild} and {@code ./medic check} beside a running server. */
@Tag("server")
class RebuildCommandTest {

  @TempDir static Path data;

  private static ChildServer server;

  @BeforeAll
  static void start() {
    server = ChildServer.start(data);
    Practice practice = new Practice(server.client().login("admin", "demo"));
    practice.doctor();
    practice.patient();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void rebuildsWhatACheckFoundToDiffer() throws Exception {
    try (DatabaseSource database = database();
        Connection application = database.application().connect();
        Statement statement = application.createStatement()) {
      statement.execute("update read.name_v1 set name = 'Nobody'");
    }
    Command.Outcome different = run("check", "names");
    assertThat(different.exit()).isEqualTo(1);
    assertThat(different.said()).contains("differs in name").contains("DIFFERENT");

    Command.Outcome rebuilt = run("rebuild", "names");
    assertThat(rebuilt.said()).contains("names").contains("done");
    assertThat(rebuilt.exit()).isZero();

    Command.Outcome same = run("check", "names");
    assertThat(same.said()).contains("the same");
    assertThat(same.exit()).isZero();
  }

  @Test
  void rebuildsAndChecksAll() throws Exception {
    Command.Outcome rebuilt = run("rebuild", "all");
    assertThat(rebuilt.said()).contains("agenda").contains("timeline");
    assertThat(rebuilt.exit()).as(rebuilt.said()).isZero();
    Command.Outcome same = run("check", "all");
    assertThat(same.exit()).as(same.said()).isZero();
  }

  @Test
  void namesTheReadModelsThereAre() throws Exception {
    Command.Outcome refused = run("rebuild", "nothing");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.said()).contains("there is no read model nothing").contains("agenda");
  }

  private static Command.Outcome run(String... words) throws Exception {
    return Command.run(Map.of("MEDIC_DATA", data.toString()), words);
  }

  private static DatabaseSource database() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("MEDIC_DATA", data.toString())));
    return DatabaseSource.open(environment);
  }
}
