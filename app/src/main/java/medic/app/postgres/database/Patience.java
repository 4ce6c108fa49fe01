package medic.app.postgres.database;

import java.util.Map;

/**
 * How long the database is waited for: nothing waits for ever, neither for a network that has
 * fallen silent nor for a statement or a lock. The server gives up first, so that it also frees
 * what it holds.
 *
 * @param statementSeconds what one statement may take
 * @param lockSeconds what it may wait for a lock
 */
public record Patience(int statementSeconds, int lockSeconds) {

  /** For what somebody waits for: requests, read models, messages. */
  public static final Patience USUAL = new Patience(20, 10);

  /** For the log's appender and its examinations, which may have much to catch up with. */
  public static final Patience LONG = new Patience(120, 10);

  private static final int CONNECT_SECONDS = 3;
  private static final int ON_TOP_SECONDS = 5;
  private static final int IDLE_SECONDS = 60;

  /** What PostgreSQL's driver is told, by the names of its connection properties. */
  public Map<String, String> ofTheDriver() {
    return Map.of(
        "connectTimeout", Integer.toString(CONNECT_SECONDS),
        "loginTimeout", Integer.toString(CONNECT_SECONDS + 1),
        "cancelSignalTimeout", Integer.toString(CONNECT_SECONDS),
        "socketTimeout", Integer.toString(statementSeconds + ON_TOP_SECONDS),
        "tcpKeepAlive", "true");
  }

  /** What the server is told when a session begins. */
  public String ofTheServer() {
    return "set statement_timeout = '%ds'; set lock_timeout = '%ds';"
            .formatted(statementSeconds, lockSeconds)
        + " set idle_in_transaction_session_timeout = '%ds'".formatted(IDLE_SECONDS);
  }
}
