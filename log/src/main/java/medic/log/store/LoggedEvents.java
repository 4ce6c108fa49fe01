package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import medic.log.tree.Hash;

/** Leaves and the events that they stand for, read side by side. */
final class LoggedEvents {

  /** Takes one after the other. */
  interface Reader {
    void read(LogEntry entry) throws SQLException;
  }

  private static final int PAGE = 2_000;

  private static final String ENTRIES =
      "select l.leaf_index, l.global_index as position, l.hash, l.late, "
          + EventRows.COLUMNS
          + " from log.leaf l left join "
          + EventRows.TABLE
          + " e on e.global_index = l.global_index where ";

  private static final String RANGE =
      ENTRIES + "l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index";

  private static final String AT_POSITIONS = ENTRIES + "l.global_index = any(?)";

  private static final String BY_KEY = "select global_index from log.leaf where event_key = ?";

  private static final String OF_STREAM =
      "select coalesce(max(e.sequence_number) + 1, 0) from "
          + EventRows.TABLE
          + " e join log.leaf l on l.global_index = e.global_index"
          + " where e.aggregate_identifier = ? and l.leaf_index < ?";

  private LoggedEvents() {}

  /** In the order of the leaves, whatever their number. */
  static void read(Connection connection, long from, long to, Reader reader) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(RANGE)) {
      for (long page = from; page < to; page += PAGE) {
        query.setLong(1, page);
        query.setLong(2, Math.min(page + PAGE, to));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            reader.read(entry(rows));
          }
        }
      }
    }
  }

  /** Those of some positions, as far as they are logged. */
  static List<LogEntry> at(Connection connection, Collection<Long> positions) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(AT_POSITIONS)) {
      query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      return list(query);
    }
  }

  /** That of an event, once it is logged; in two steps, whatever statistics the planner has. */
  static Optional<LogEntry> find(Connection connection, String eventId) throws SQLException {
    return at(connection, positions(connection, eventId)).stream()
        .filter(entry -> entry.event() != null && entry.event().eventId().equals(eventId))
        .findFirst();
  }

  static long countOf(Connection connection, String stream, long leaves) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OF_STREAM)) {
      query.setString(1, stream);
      query.setLong(2, leaves);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Long> positions(Connection connection, String eventId) throws SQLException {
    List<Long> positions = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(BY_KEY)) {
      query.setLong(1, LogTables.keyOf(eventId));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          positions.add(rows.getLong(1));
        }
      }
    }
    return positions;
  }

  private static List<LogEntry> list(PreparedStatement query) throws SQLException {
    List<LogEntry> entries = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return entries;
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    boolean isThere = row.getObject("global_index") != null;
    return new LogEntry(
        row.getLong("leaf_index"),
        row.getLong("position"),
        Hash.of(row.getBytes("hash")),
        row.getBoolean("late"),
        isThere ? EventRows.read(row) : null);
  }
}
