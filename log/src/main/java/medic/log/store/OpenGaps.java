package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import medic.log.event.StoredEvent;

/**
 * Which positions may still get an event: all behind the last one seen, and for a while those that
 * were passed over, for an append gets its number before it commits. After a start it goes on from
 * what the log itself bears witness of.
 */
final class OpenGaps {

  /** Appends are given up after ten seconds, by the database as well. */
  static final Duration MAX_APPEND_TIME = Duration.ofSeconds(60);

  /** Numbers are given out one by one: what was skipped in a long run is nobody's. */
  private static final int MAX_RUN_LENGTH = 10_000;

  private static final String WITNESSED =
      "select coalesce(max(global_index), -1) from log.leaf"
          + " where logged_at < (select max(logged_at) from log.leaf) - ? * interval '1 second'";

  private final Clock clock;
  private final NavigableMap<Long, Instant> gaps = new TreeMap<>();
  private boolean read;
  private long head = -1;

  OpenGaps(Clock clock) {
    this.clock = clock;
  }

  void readFrom(Connection connection) throws SQLException {
    if (read) {
      return;
    }
    try (PreparedStatement query = connection.prepareStatement(WITNESSED)) {
      query.setLong(1, MAX_APPEND_TIME.toSeconds());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        head = row.getLong(1);
      }
    }
    read = true;
  }

  /** The last position seen. */
  long head() {
    return head;
  }

  /** Positions before the head whose event may still come. */
  Long[] gaps() {
    return gaps.keySet().toArray(Long[]::new);
  }

  /**
   * Moves on.
   *
   * @param next the events that follow the head, in order and without leaving out a visible one
   * @param late those that were found in gaps
   */
  void saw(List<StoredEvent> next, List<StoredEvent> late) {
    Instant now = clock.instant();
    late.forEach(event -> gaps.remove(event.position()));
    gaps.values().removeIf(since -> since.plus(MAX_APPEND_TIME).isBefore(now));
    for (StoredEvent event : next) {
      long from = Math.max(head + 1, event.position() - MAX_RUN_LENGTH);
      for (long gap = from; gap < event.position(); gap++) {
        gaps.put(gap, now);
      }
      head = event.position();
    }
  }
}
