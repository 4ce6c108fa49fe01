package medic.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import medic.app.server.BoundedHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the database answers. It is asked on a connection of its own: that all others are in use
 * is no reason to take a node out.
 */
final class DatabaseHealth extends BoundedHealth implements AutoCloseable {

  private static final int SECONDS = 2;

  private final String url;
  private final Properties access = new Properties();
  private volatile @Nullable Connection connection;

  DatabaseHealth(String url, String user, String password) {
    super("The database does not answer");
    this.url = url;
    access.setProperty("user", user);
    access.setProperty("password", password);
    for (String limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
      access.setProperty(limit, Integer.toString(SECONDS));
    }
  }

  @Override
  protected void check(Health.Builder health) throws SQLException {
    Connection known = connection;
    Connection asked = known == null ? connect() : known;
    if (asked.isValid(SECONDS)) {
      health.up();
    } else {
      close();
      throw new SQLException("no answer");
    }
  }

  private Connection connect() throws SQLException {
    Connection fresh = DriverManager.getConnection(url, access);
    connection = fresh;
    return fresh;
  }

  @Override
  public void close() throws SQLException {
    Connection known = connection;
    connection = null;
    if (known != null) {
      known.close();
    }
  }
}
