package medic.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Begins a new epoch: wraps all living keys under a new master key and forgets the old one. A
 * destroyed key's wrapped form stays in dead rows and in the database's journal for a while; with
 * the master key of its epoch gone, nobody can unwrap it there.
 *
 * <p>Each step may be the last before a crash: the file holds every key that any row needs, and the
 * next rotation goes on from there.
 */
public final class MasterKeyRotation {

  /** One rotation at a time, whichever process runs it. */
  private static final long LOCK = 0x6d65646963_6b6579L; // "medickey"

  private static final String LIVING =
      "select subject, wrapped from keys.patient_key where wrapped is not null for update";
  private static final String REWRAP = "update keys.patient_key set wrapped = ? where subject = ?";
  private static final int BATCH = 1_000;

  private final DataSource dataSource;
  private final MasterKeyFile file;

  public MasterKeyRotation(DataSource dataSource, MasterKeyFile file) {
    this.dataSource = dataSource;
    this.file = file;
  }

  /**
   * Rotates the key.
   *
   * @return how many keys were wrapped anew
   * @throws WrongMasterKeyException when a stored key was wrapped under none in the file; nothing
   *     is changed then but that the file holds one key more
   */
  public int rotate() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      call(connection, "select pg_advisory_lock(" + LOCK + ")");
      try {
        return rotate(connection);
      } finally {
        call(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private int rotate(Connection connection) throws SQLException {
    String both = MasterKey.extended(file.keyset());
    file.replace(both);
    connection.setAutoCommit(false);
    try {
      int rewrapped = rewrap(connection, file.current());
      connection.commit();
      file.replace(MasterKey.newestOf(both));
      return rewrapped;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(sql)) {
      call.execute();
    }
  }

  /** The probe's row first: whoever adds a key meanwhile holds it, and is waited for. */
  private static int rewrap(Connection connection, MasterKey master) throws SQLException {
    rewrapRow(connection, master, JdbcPatientKeys.PROBE);
    int rewrapped = 0;
    try (PreparedStatement select = connection.prepareStatement(LIVING);
        PreparedStatement update = connection.prepareStatement(REWRAP)) {
      select.setFetchSize(BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID subject = row.getObject(1, UUID.class);
          update.setBytes(1, master.rewrapped(subject, row.getBytes(2)));
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

  private static void rewrapRow(Connection connection, MasterKey master, UUID subject)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(JdbcPatientKeys.SELECT + " for update");
        PreparedStatement update = connection.prepareStatement(REWRAP)) {
      select.setObject(1, subject);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          update.setBytes(1, master.rewrapped(subject, row.getBytes(1)));
          update.setObject(2, subject);
          update.executeUpdate();
        }
      }
    }
  }
}
