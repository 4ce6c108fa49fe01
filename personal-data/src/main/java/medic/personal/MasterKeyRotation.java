package medic.personal;

import java.sql.SQLException;
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
    return Rewrapping.alone(
        dataSource,
        rewrapping -> {
          String both = MasterKey.extended(file.keyset());
          file.replace(both);
          int rewrapped = rewrapping.all(file.current()::rewrapped);
          file.replace(MasterKey.newestOf(both));
          return rewrapped;
        });
  }
}
