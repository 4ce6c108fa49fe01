package medic.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A connection for work that takes longer than anybody who is waiting would: filling tables, making
 * indexes. What it may take is given back as it was. One thread uses it; another may cancel.
 */
final class LongSession implements AutoCloseable {

  private static final List<String> LIMITS =
      List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout");

  private final Connection connection;
  private final int networkTimeout;
  private final boolean autoCommit;
  private final Map<String, String> limits = new TreeMap<>();

  LongSession(DataSource source) {
    try {
      connection = source.getConnection();
      networkTimeout = connection.getNetworkTimeout();
      autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, 0);
      for (String limit : LIMITS) {
        limits.put(limit, text("show " + limit));
        set(limit, "0");
      }
    } catch (SQLException failed) {
      throw new RebuildFailed(failed);
    }
  }

  Connection connection() {
    return connection;
  }

  PGConnection postgres() throws SQLException {
    return connection.unwrap(PGConnection.class);
  }

  /** Runs statements one by one, each for itself. */
  void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  List<String> texts(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private String text(String sql) throws SQLException {
    return texts(sql).get(0);
  }

  /** All of it is committed, without waiting for the disk, or nothing. */
  void together(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      run("set local synchronous_commit = off");
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      undo(failed);
      throw failed;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  /** All of it sees the database as it is at its first statement. */
  void inSnapshot(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      run("set transaction isolation level repeatable read read only");
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException failed) {
      undo(failed);
      throw failed;
    } finally {
      if (!connection.isClosed()) {
        connection.setAutoCommit(true);
      }
    }
  }

  private void undo(Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failed.addSuppressed(lost);
    }
  }

  /** Ends the statement that runs; called by another thread. */
  void cancel() {
    try {
      postgres().cancelQuery();
    } catch (SQLException nothingToCancel) {
      // the session is over
    }
  }

  private void set(String limit, String value) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, false)")) {
      set.setString(1, limit);
      set.setString(2, value);
      set.executeQuery().close();
    }
  }

  @Override
  public void close() {
    try (connection) {
      for (Map.Entry<String, String> limit : limits.entrySet()) {
        set(limit.getKey(), limit.getValue());
      }
      connection.setNetworkTimeout(Runnable::run, networkTimeout);
      connection.setAutoCommit(autoCommit);
    } catch (SQLException lost) {
      // a pool throws away what is broken
    }
  }

  /** Statements that belong together. */
  interface Work {
    void run() throws SQLException;
  }
}
