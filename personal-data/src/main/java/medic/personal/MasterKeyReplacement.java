package medic.personal;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Puts a master key that somebody else keeps in place of another: as {@link MasterKeyRotation} does
 * for a file. Until its one transaction commits all keys are under the old one, from then on under
 * the new one, so that after a crash one of the two fits, and the same again finishes it.
 */
public final class MasterKeyReplacement {

  private final DataSource dataSource;

  public MasterKeyReplacement(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Replaces the key.
   *
   * @return how many keys were wrapped anew; none when it was done before
   * @throws WrongMasterKeyException when a stored key is wrapped by neither; nothing is changed
   */
  public int replace(MasterKey old, MasterKey next) throws SQLException {
    return Rewrapping.alone(
        dataSource,
        rewrapping -> {
          byte[] probe = rewrapping.probe();
          boolean isDone = probe == null || next.wraps(JdbcPatientKeys.PROBE, probe);
          return isDone ? 0 : rewrapping.all((subject, key) -> next.taken(subject, old, key));
        });
  }
}
