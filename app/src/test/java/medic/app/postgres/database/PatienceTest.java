package medic.app.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import medic.app.journey.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing waits for ever, and what was waited for in vain is told so. */
@Tag("server")
class PatienceTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everySessionHasLimits() throws Exception {
    DataSource pool = server.dataSource();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(shown(statement, "statement_timeout")).isEqualTo("20s");
      assertThat(shown(statement, "lock_timeout")).isEqualTo("10s");
      assertThat(shown(statement, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      assertThat(connection.getNetworkTimeout()).isEqualTo(25_000);
    }
  }

  private static String shown(Statement statement, String setting) throws Exception {
    try (ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void aLockThatIsNotGivenBackIsNotWaitedForForEver() throws Exception {
    try (Connection owner = server.owner();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("lock table read.directory_doctor_v1 in access exclusive mode");
      Instant asked = Instant.now();
      server.admin().get("/api/doctors").expect(503, "UNAVAILABLE");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
      owner.rollback();
    }
    server.admin().get("/api/doctors").expect(200);
  }
}
