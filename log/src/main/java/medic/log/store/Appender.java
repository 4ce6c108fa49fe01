package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import medic.log.event.StoredEvent;
import medic.log.tree.Hash;

/**
 * Adds a leaf for each committed event, of whichever process. Events whose numbers lie below others
 * may become visible after them: whatever has no leaf yet is taken, from a floor on below which
 * nothing can be appended any more. Of two appenders at once one waits for its next turn, and were
 * they to meet all the same, one would lose on the key.
 */
public final class Appender {

  private static final int BATCH = 2_000;

  /** Any number will do, as long as every appender takes the same. */
  private static final long TURN = 0x6d656469635f6c6fL;

  private static final String UNLOGGED =
      "select "
          + EventRows.COLUMNS
          + " from "
          + EventRows.TABLE
          + " e where %s and not exists"
          + " (select from log.leaf l where l.global_index = e.global_index)"
          + " order by e.global_index limit "
          + BATCH;

  private static final String ABOVE_FLOOR = UNLOGGED.formatted("e.global_index > ?");
  private static final String BELOW_FLOOR = UNLOGGED.formatted("e.global_index <= ?");

  private final DataSource database;
  private final Floor floor;

  /**
   * @param database as the log's role
   */
  public Appender(DataSource database, Clock clock) {
    this.database = database;
    this.floor = new Floor(clock);
  }

  /**
   * Logs what has been committed.
   *
   * @return how many events there were
   */
  public long append() throws SQLException {
    long all = 0;
    int batch;
    do {
      batch = append(ABOVE_FLOOR, false).size();
      all += batch;
    } while (batch == BATCH);
    return all;
  }

  /**
   * Logs events that turned up where nothing could be appended any more, marked as late: nobody
   * books into the past.
   *
   * @return them
   */
  public List<StoredEvent> appendLate() throws SQLException {
    return append(BELOW_FLOOR, true);
  }

  private List<StoredEvent> append(String unlogged, boolean late) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      List<StoredEvent> events = List.of();
      if (isOurTurn(connection)) {
        floor.readFrom(connection);
        long head = floor.head(connection);
        events = unlogged(connection, unlogged);
        add(connection, events, late);
        connection.commit();
        if (!late && events.size() < BATCH) {
          floor.logged(head);
        }
      } else {
        connection.rollback();
      }
      return events;
    }
  }

  private static boolean isOurTurn(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, TURN);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private List<StoredEvent> unlogged(Connection connection, String sql) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, floor.position());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          events.add(EventRows.read(rows));
        }
      }
    }
    return events;
  }

  private static void add(Connection connection, List<StoredEvent> events, boolean late)
      throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    LogTables tables = new LogTables(connection);
    long first = tables.size();
    List<Hash> hashes = events.stream().map(StoredEvent::hash).toList();
    tables.addLeaves(first, events, hashes, late);
    addSubtrees(tables, first, hashes);
  }

  /** Each level's new blocks begin in one that was begun before. */
  private static void addSubtrees(LogTables tables, long first, List<Hash> added)
      throws SQLException {
    long from = first;
    List<Hash> fresh = added;
    for (int level = 0; !fresh.isEmpty(); level++) {
      int begun = (int) (from % Blocks.SIZE);
      List<Hash> row = new ArrayList<>(tables.hashes(level, from - begun, begun));
      row.addAll(fresh);
      fresh = Blocks.roots(row);
      from /= Blocks.SIZE;
      if (!fresh.isEmpty()) {
        tables.addSubtrees(level + 1, from, fresh);
      }
    }
  }
}
