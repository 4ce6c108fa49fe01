package medic.sagas.calendars.connections;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import medic.sagas.calendars.remote.SkippedEntry;
import org.jspecify.annotations.Nullable;

/**
 * How well a calendar is read, for its doctor to see.
 *
 * @param lastReadAt when it was last read to its end
 * @param failingSince when the first round failed of those that have failed since
 * @param skippedCount how many entries, or parts of one, could not be read when it was last read
 * @param skipped the first of them
 */
public record ConnectionHealth(
    State state,
    @Nullable Instant lastReadAt,
    @Nullable Instant failingSince,
    int skippedCount,
    List<SkippedEntry> skipped) {

  /** The worst that is to be said of it. */
  public enum State {
    /** Nothing was read so far. */
    @JsonProperty("unread")
    UNREAD,
    /** All of it is read. */
    @JsonProperty("well")
    WELL,
    /** Some entries could not be read: what was known of them stays. */
    @JsonProperty("partial")
    PARTIAL,
    /** It cannot be read: all that was known stays as it is. */
    @JsonProperty("failing")
    FAILING
  }

  static ConnectionHealth of(Connection connection) {
    Connection.Troubles troubles = connection.troubles();
    return new ConnectionHealth(
        state(connection),
        connection.lastSyncedAt(),
        troubles.failingSince(),
        troubles.skips().count(),
        troubles.skips().first());
  }

  private static State state(Connection connection) {
    if (connection.status() == ConnectionStatus.BROKEN || connection.failures() > 0) {
      return State.FAILING;
    } else if (connection.troubles().skips().count() > 0) {
      return State.PARTIAL;
    }
    return connection.lastSyncedAt() == null ? State.UNREAD : State.WELL;
  }
}
