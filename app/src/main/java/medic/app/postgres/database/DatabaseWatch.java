package medic.app.postgres.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database answers. It asks all the time, on a connection of its own: that all
 * others are in use is no reason to call the database away.
 */
final class DatabaseWatch implements AutoCloseable {

  private static final int SECONDS = 2;
  private static final long PAUSE_MILLIS = 500;

  /** One answer may be late on a busy machine. */
  private static final int FAILURES_BEFORE_AWAY = 2;

  private final String url;
  private final Properties access = new Properties();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DatabaseWatch::daemon);
  private @Nullable Connection connection;
  private int failures;
  private volatile boolean away;

  DatabaseWatch(String url, String user, String password) {
    this.url = url;
    access.setProperty("user", user);
    access.setProperty("password", password);
    for (String limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
      access.setProperty(limit, Integer.toString(SECONDS));
    }
  }

  void start() {
    thread.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  boolean isAway() {
    return away;
  }

  private void look() {
    try {
      ask();
      failures = 0;
    } catch (SQLException | RuntimeException none) {
      failures++;
      drop();
    }
    away = failures >= FAILURES_BEFORE_AWAY;
  }

  private void ask() throws SQLException {
    Connection asked = connection == null ? DriverManager.getConnection(url, access) : connection;
    connection = asked;
    if (!asked.isValid(SECONDS)) {
      throw new SQLException("no answer");
    }
  }

  private void drop() {
    try (Connection dropped = connection) {
      connection = null;
    } catch (SQLException broken) {
      // as it was
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    drop();
  }

  private static Thread daemon(Runnable watch) {
    Thread thread = new Thread(watch, "database-watch");
    thread.setDaemon(true);
    return thread;
  }
}
