package medic.log.store;

import java.sql.SQLException;

/** A hash that should be in the log cannot be read: it is gone, or the database is. */
public final class LogDamaged extends RuntimeException {

  private static final long serialVersionUID = 1;

  static final String NO_DATA = "02000";

  private final SQLException failure;

  LogDamaged(SQLException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  /** What the database said. */
  public SQLException failure() {
    return failure;
  }

  /** Whether the hash is gone; else the database is, and it may be there yet. */
  public boolean isLoss() {
    return isMissing(failure);
  }

  static boolean isMissing(SQLException failure) {
    return NO_DATA.equals(failure.getSQLState());
  }
}
