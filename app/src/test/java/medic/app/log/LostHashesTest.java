package medic.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import medic.query.audit.proofs.LogQuestions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A hash that is gone is damage; one that cannot be read just now is not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("server")
class LostHashesTest {

  @TempDir static Path directory;
  private static ProvenServer log;

  @BeforeAll
  static void start() {
    log = new ProvenServer(directory);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  @Order(1)
  void aConnectionThatIsLostAmidTheHashesIsAnOutage() {
    LogQuestions questions = log.server.bean(LogQuestions.class);
    assertThatThrownBy(
            () ->
                questions.ask(
                    (reader, connection) -> {
                      end(connection);
                      return reader.root(reader.size());
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(questions.<Long>ask((reader, connection) -> reader.size())).isPositive();
  }

  private static void end(Connection session) throws SQLException {
    try (Statement own = session.createStatement();
        ResultSet pid = own.executeQuery("select pg_backend_pid()")) {
      pid.next();
      try (Connection owner = log.server.owner();
          Statement other = owner.createStatement()) {
        other.execute("select pg_terminate_backend(" + pid.getInt(1) + ")");
      }
    }
  }

  @Test
  @Order(2)
  void aHashThatIsGoneIsNamed() throws Exception {
    String event = log.entry(1).path("eventId").asString();
    log.auditor.get("/api/audit/proof?eventId=" + event).expect(200);
    log.asOwner(
        "alter table log.leaf disable trigger all",
        "delete from log.leaf where leaf_index = 0",
        "alter table log.leaf enable always trigger only_added_to");
    log.auditor.get("/api/audit/proof?eventId=" + event).expect(409, "LOG_DAMAGED");
  }
}
