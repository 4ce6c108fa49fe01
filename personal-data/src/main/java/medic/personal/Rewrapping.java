package medic.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Wraps all living keys anew, in one transaction: all of them or none. */
final class Rewrapping {

  /** One at a time, whichever process runs it. */
  private static final long LOCK = 0x6d65646963_6b6579L; // "medickey"

  private static final String LIVING =
      "select subject, wrapped from keys.patient_key where wrapped is not null for update";
  private static final String REWRAP = "update keys.patient_key set wrapped = ? where subject = ?";
  private static final int BATCH = 1_000;

  /** What takes the place of a key's wrapped form. */
  interface Wrapping {
    byte[] anew(UUID subject, byte[] wrapped);
  }

  /** What is done while nobody else rewraps. */
  interface Task {
    int with(Rewrapping rewrapping) throws SQLException;
  }

  private final Connection connection;

  private Rewrapping(Connection connection) {
    this.connection = connection;
  }

  static int alone(DataSource dataSource, Task task) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      call(connection, "select pg_advisory_lock(" + LOCK + ")");
      try {
        return task.with(new Rewrapping(connection));
      } finally {
        call(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  /** How the probe is wrapped; null while the store is empty. */
  byte @Nullable [] probe() throws SQLException {
    return probe("");
  }

  /** How many keys were wrapped anew. */
  int all(Wrapping wrapping) throws SQLException {
    connection.setAutoCommit(false);
    try {
      probe(" for update"); // whoever adds a key meanwhile holds it, and is waited for
      int rewrapped = living(wrapping);
      connection.commit();
      return rewrapped;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private int living(Wrapping wrapping) throws SQLException {
    int rewrapped = 0;
    try (PreparedStatement select = connection.prepareStatement(LIVING);
        PreparedStatement update = connection.prepareStatement(REWRAP)) {
      select.setFetchSize(BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID subject = row.getObject(1, UUID.class);
          update.setBytes(1, wrapping.anew(subject, row.getBytes(2)));
          update.setObject(2, subject);
          update.addBatch();
          if (++rewrapped % BATCH == 0) {
            update.executeBatch();
          }
        }
      }
      update.executeBatch();
    }
    return rewrapped;
  }

  private byte @Nullable [] probe(String locked) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(JdbcPatientKeys.SELECT + locked)) {
      select.setObject(1, JdbcPatientKeys.PROBE);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }

  private static void call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(sql)) {
      call.execute();
    }
  }
}
