package medic.query.audit.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import medic.http.ApiException;
import medic.log.store.LogDamaged;
import medic.log.store.LogReader;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the log on a connection of the application's. */
@Component
public final class LogQuestions {

  private final JdbcTemplate jdbc;

  LogQuestions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A question, and whatever answers it. */
  public interface Question<T> {
    T ask(LogReader log, Connection connection) throws SQLException;
  }

  public <T> T ask(Question<T> question) {
    T answer =
        jdbc.execute(
            (Connection connection) -> {
              try {
                return question.ask(new LogReader(connection), connection);
              } catch (LogDamaged damaged) {
                if (damaged.isLoss()) {
                  throw unprovable();
                }
                throw damaged.failure();
              }
            });
    if (answer == null) {
      throw new IllegalStateException("a question to the log without an answer");
    }
    return answer;
  }

  private static ApiException unprovable() {
    return new ApiException(
        HttpStatus.CONFLICT,
        "LOG_DAMAGED",
        "The log lacks hashes that it must have: see /api/audit/integrity.");
  }
}
