package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import medic.log.event.StoredEvent;
import medic.log.tree.Hash;

/**
 * Adds a leaf for each committed event, of whichever process. An event whose number lies below
 * others may become visible after them: the numbers that were passed over are looked at again, for
 * longer than an append can take. Of two appenders at once one waits for its next turn, and were
 * they to meet all the same, one would lose on the key.
 */
public final class Appender {

  private static final int BATCH = 2_000;

  /** Any number will do, as long as every appender takes the same. */
  private static final long TURN = 0x6d656469635f6c6fL;

  private static final String EVENTS =
      "select " + EventRows.COLUMNS + " from " + EventRows.TABLE + " e where ";

  private static final String NEXT =
      EVENTS + "e.global_index > ? order by e.global_index limit " + BATCH;

  private static final String IN_GAPS = EVENTS + "e.global_index = any(?) order by e.global_index";

  private static final String UNLOGGED_BELOW =
      EVENTS
          + "e.global_index <= ? and e.global_index <> all(?) and not exists"
          + " (select from log.leaf l where l.global_index = e.global_index)"
          + " order by e.global_index limit "
          + BATCH;

  private final DataSource database;
  private final OpenGaps unsettled;

  /**
   * @param database as the log's role
   */
  public Appender(DataSource database, Clock clock) {
    this.database = database;
    this.unsettled = new OpenGaps(clock);
  }

  /**
   * Logs what has been committed.
   *
   * @return how many events there were
   */
  public long append() throws SQLException {
    long logged = 0;
    boolean more;
    do {
      long before = unsettled.head();
      logged += onOurTurn(this::appendNext);
      more = unsettled.head() >= before + BATCH;
    } while (more);
    return logged;
  }

  /**
   * Logs events that turned up where nothing could be appended any more, marked as late: nobody
   * books into the past.
   *
   * @return them
   */
  public List<StoredEvent> appendLate() throws SQLException {
    List<StoredEvent> late = new ArrayList<>();
    onOurTurn(
        connection -> {
          late.addAll(unloggedBelow(connection));
          add(connection, late, true);
          return late.size();
        });
    return late;
  }

  private interface Turn {
    int take(Connection connection) throws SQLException;
  }

  private int onOurTurn(Turn turn) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int logged = 0;
      if (isOurTurn(connection)) {
        unsettled.readFrom(connection);
        logged = turn.take(connection);
      }
      connection.commit();
      return logged;
    }
  }

  private int appendNext(Connection connection) throws SQLException {
    List<StoredEvent> late = inGaps(connection);
    List<StoredEvent> next = next(connection);
    List<StoredEvent> seen = new ArrayList<>(late);
    seen.addAll(next);
    List<StoredEvent> unlogged = without(new LogTables(connection).logged(seen), seen);
    add(connection, unlogged, false);
    connection.commit();
    unsettled.saw(next, late);
    return unlogged.size();
  }

  private static List<StoredEvent> without(Set<Long> logged, List<StoredEvent> events) {
    return events.stream().filter(event -> !logged.contains(event.position())).toList();
  }

  private List<StoredEvent> next(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setLong(1, unsettled.head());
      return read(query);
    }
  }

  private List<StoredEvent> inGaps(Connection connection) throws SQLException {
    Long[] gaps = unsettled.gaps();
    if (gaps.length == 0) {
      return List.of();
    }
    try (PreparedStatement query = connection.prepareStatement(IN_GAPS)) {
      query.setArray(1, connection.createArrayOf("bigint", gaps));
      return read(query);
    }
  }

  private List<StoredEvent> unloggedBelow(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNLOGGED_BELOW)) {
      query.setLong(1, unsettled.head());
      query.setArray(2, connection.createArrayOf("bigint", unsettled.gaps()));
      return read(query);
    }
  }

  private static List<StoredEvent> read(PreparedStatement query) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        events.add(EventRows.read(rows));
      }
    }
    return events;
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
