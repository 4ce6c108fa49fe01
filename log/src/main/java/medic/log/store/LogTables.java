package medic.log.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import medic.log.event.StoredEvent;
import medic.log.tree.Hash;

/** Leaves and subtrees on one connection: they are read and added, never changed. */
final class LogTables {

  private final Connection connection;

  LogTables(Connection connection) {
    this.connection = connection;
  }

  /** How many leaves there are. */
  long size() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select coalesce(max(leaf_index) + 1, 0) from log.leaf");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * A row of hashes: leaves at level 0, above it the roots of blocks of blocks.
   *
   * @throws SQLException when some are missing, with SQLSTATE 02000 (no data)
   */
  List<Hash> hashes(int level, long from, int count) throws SQLException {
    String sql =
        level == 0
            ? "select hash from log.leaf where leaf_index >= ? and leaf_index < ?"
                + " order by leaf_index"
            : "select hash from log.subtree where place >= ? and place < ? and level = "
                + level
                + " order by place";
    List<Hash> hashes = new ArrayList<>(count);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, from);
      query.setLong(2, from + count);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          hashes.add(Hash.of(rows.getBytes(1)));
        }
      }
    }
    if (hashes.size() != count) {
      throw new SQLException(
          "the log lacks hashes from " + from + " of level " + level, LogDamaged.NO_DATA);
    }
    return hashes;
  }

  /** The positions, of some events, that have a leaf. */
  Set<Long> logged(List<StoredEvent> events) throws SQLException {
    Set<Long> logged = new HashSet<>();
    if (events.isEmpty()) {
      return logged;
    }
    String sql = "select global_index from log.leaf where global_index = any(?)";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, bigints(events.stream().mapToLong(StoredEvent::position)));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          logged.add(rows.getLong(1));
        }
      }
    }
    return logged;
  }

  void addLeaves(long first, List<StoredEvent> events, List<Hash> hashes, boolean late)
      throws SQLException {
    String sql =
        "insert into log.leaf (leaf_index, global_index, event_key, hash, late)"
            + " select i, g, k, h, ? from unnest(?, ?, ?, ?) as leaf (i, g, k, h)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setBoolean(1, late);
      insert.setArray(2, bigints(LongStream.range(first, first + events.size())));
      insert.setArray(3, bigints(events.stream().mapToLong(StoredEvent::position)));
      insert.setArray(4, bigints(events.stream().mapToLong(event -> keyOf(event.eventId()))));
      insert.setArray(5, byteas(hashes));
      insert.executeUpdate();
    }
  }

  /** Under which an event's identifier is found; two events may share one. */
  static long keyOf(String eventId) {
    return ByteBuffer.wrap(Hash.ofLeaf(eventId.getBytes(StandardCharsets.UTF_8)).bytes()).getLong();
  }

  void addSubtrees(int level, long first, List<Hash> hashes) throws SQLException {
    String sql =
        "insert into log.subtree (level, place, hash)"
            + " select ?, ? + n - 1, h from unnest(?) with ordinality as subtree (h, n)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setInt(1, level);
      insert.setLong(2, first);
      insert.setArray(3, byteas(hashes));
      insert.executeUpdate();
    }
  }

  private Array bigints(LongStream values) throws SQLException {
    return connection.createArrayOf("bigint", values.boxed().toArray());
  }

  private Array byteas(List<Hash> hashes) throws SQLException {
    byte[][] bytes =
        IntStream.range(0, hashes.size())
            .mapToObj(i -> hashes.get(i).bytes())
            .toArray(byte[][]::new);
    return connection.createArrayOf("bytea", bytes);
  }
}
