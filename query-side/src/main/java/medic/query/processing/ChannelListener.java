package medic.query.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what any process tells on a channel of PostgreSQL's, on one connection of its own. What was
 * said while it was not connected is lost: then anything may have changed.
 */
public final class ChannelListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelListener.class);
  private static final int WAIT_MILLIS = 1_000;
  private static final int RECONNECT_MILLIS = 500;
  private static final int QUIET_BEFORE_ASKING = 5;

  private final DataSource source;
  private final String channel;
  private final Consumer<List<String>> heard;
  private final Runnable anythingChanged;
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean listening;

  /**
   * @param channel a name that needs no quotes
   * @param heard takes what was told, in order
   * @param anythingChanged called once connected, and after each connection that was lost
   */
  public ChannelListener(
      DataSource source, String channel, Consumer<List<String>> heard, Runnable anythingChanged) {
    this.source = source;
    this.channel = channel;
    this.heard = heard;
    this.anythingChanged = anythingChanged;
    this.thread = new Thread(this::run, channel + "-listener");
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Whether anything would be heard at the moment. */
  public boolean isListening() {
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
        if (!closed) { // else it goes with the rest of the server
          LOG.warn("Lost the connection that listens on {}: {}", channel, lost.toString());
          pause();
        }
      } finally {
        listening = false;
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + channel);
      listening = true;
      anythingChanged.run();
      for (int quiet = 0; !closed; quiet++) {
        if (hear(postgres.getNotifications(WAIT_MILLIS))) {
          quiet = 0;
        } else if (quiet >= QUIET_BEFORE_ASKING) {
          statement.execute("select 1"); // a connection that is broken is as quiet as this one
          quiet = 0;
        }
      }
      statement.execute("unlisten *");
    }
  }

  private boolean hear(PGNotification @Nullable [] notifications) {
    boolean any = notifications != null && notifications.length > 0;
    if (any) {
      heard.accept(Arrays.stream(notifications).map(PGNotification::getParameter).toList());
    }
    return any;
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
