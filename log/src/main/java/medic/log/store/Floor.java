package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The position up to which no event can be appended any more: what was the last one a while ago,
 * longer than an append can take. After a start it is what the log itself bears witness of.
 */
final class Floor {

  /** Appends are given up after ten seconds, by the database as well. */
  static final Duration LONGEST_APPEND = Duration.ofSeconds(60);

  private static final String WITNESSED =
      "select coalesce(max(global_index), -1) from log.leaf"
          + " where logged_at < (select max(logged_at) from log.leaf) - ? * interval '1 second'";

  private record Head(Instant at, long position) {}

  private final Clock clock;
  private final Deque<Head> heads = new ArrayDeque<>();
  private boolean read;
  private long position = -1;

  Floor(Clock clock) {
    this.clock = clock;
  }

  void readFrom(Connection connection) throws SQLException {
    if (!read) {
      try (PreparedStatement query = connection.prepareStatement(WITNESSED)) {
        query.setLong(1, LONGEST_APPEND.toSeconds());
        position = number(query);
      }
      read = true;
    }
  }

  /** The last event that can be seen. */
  long head(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select coalesce(max(global_index), -1) from " + EventRows.TABLE)) {
      return number(query);
    }
  }

  /** All that could be seen up to there has been logged. */
  void logged(long head) {
    Instant now = clock.instant();
    Instant settled = now.minus(LONGEST_APPEND);
    heads.addLast(new Head(now, head));
    while (!heads.isEmpty() && heads.getFirst().at().isBefore(settled)) {
      position = Math.max(position, heads.removeFirst().position());
    }
  }

  long position() {
    return position;
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
