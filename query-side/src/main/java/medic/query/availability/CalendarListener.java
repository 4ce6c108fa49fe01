package medic.query.availability;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears which calendars were changed, by whichever process, on one connection of its own. What was
 * said while it was not connected is lost: then anything may have changed.
 */
final class CalendarListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarListener.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final int RECONNECT_MILLIS = 500;

  private final DataSource source;
  private final Consumer<Set<UUID>> changed;
  private final Runnable anythingChanged;
  private final Thread thread = new Thread(this::run, "availability-listener");
  private volatile boolean closed;
  private volatile boolean listening;

  CalendarListener(DataSource source, Consumer<Set<UUID>> changed, Runnable anythingChanged) {
    this.source = source;
    this.changed = changed;
    this.anythingChanged = anythingChanged;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether changes are being heard at the moment. */
  boolean isListening() {
    return listening;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    while (!closed) {
      try (Connection connection = source.getConnection()) {
        listen(connection);
      } catch (SQLException | RuntimeException lost) {
        LOG.warn("Lost the connection that listens for changed calendars: {}", lost.toString());
        pause();
      } finally {
        listening = false;
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + ChangedCalendars.CHANNEL);
      listening = true;
      anythingChanged.run();
      while (!closed) {
        hear(postgres.getNotifications(WAIT_MILLIS));
      }
      statement.execute("unlisten *");
    }
  }

  private void hear(PGNotification @Nullable [] notifications) {
    if (notifications != null && notifications.length > 0) {
      changed.accept(
          Arrays.stream(notifications)
              .flatMap(notification -> Arrays.stream(notification.getParameter().split(",")))
              .map(UUID::fromString)
              .collect(Collectors.toSet()));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
