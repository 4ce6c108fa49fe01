package medic.app.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives no connection while the database is known to be away: what waits in a row, for a doctor's
 * calendar say, would each wait for it in vain, one after the other.
 */
final class WatchedSource extends DelegatingDataSource {

  private static final String NO_CONNECTION = "08001";

  private final DatabaseWatch watch;

  WatchedSource(DataSource pool, DatabaseWatch watch) {
    super(pool);
    this.watch = watch;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (watch.isAway()) {
      throw new SQLTransientConnectionException("the database is away", NO_CONNECTION);
    }
    return super.getConnection();
  }
}
