package medic.app.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import medic.app.messages.Await;

/** Holds in the database what a process needs for its next step, so that it stands still there. */
final class Hold implements AutoCloseable {

  /** What a rotation of the master key holds. */
  private static final long EPOCHS = 0x6d65646963_6b6579L;

  private final Connection connection;
  private final String waiting;

  private Hold(Connection connection, String waiting) {
    this.connection = connection;
    this.waiting = waiting;
  }

  static Hold ofKey(Connection connection, String subject) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select 1 from keys.patient_key where subject = ? for update")) {
      lock.setObject(1, UUID.fromString(subject));
      lock.execute();
    }
    return new Hold(
        connection,
        "select count(*) from pg_locks where not granted and transactionid = pg_current_xact_id()::xid");
  }

  static Hold ofNewEpochs(Connection connection) throws SQLException {
    connection.createStatement().execute("select pg_advisory_lock(" + EPOCHS + ")");
    return new Hold(
        connection, "select count(*) from pg_locks where not granted and locktype = 'advisory'");
  }

  void awaitSomebodyWaiting() {
    Await.until(this::howManyWait, many -> many > 0);
  }

  private long howManyWait() {
    try (ResultSet row = connection.createStatement().executeQuery(waiting)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
