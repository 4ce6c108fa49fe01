package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import medic.log.tree.ConsistencyProof;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;
import medic.log.tree.Tree;

/**
 * Answers questions about the log on one connection of any role that may read it.
 *
 * <p>Proofs throw {@link LogDamaged} where hashes are missing that the log must have.
 */
public final class LogReader {

  private final Connection connection;
  private final long size;
  private final StoredSubtrees subtrees;

  public LogReader(Connection connection) throws SQLException {
    this.connection = connection;
    this.size = new LogTables(connection).size();
    this.subtrees = new StoredSubtrees(connection, size);
  }

  /** A signed head, as a C2SP signed note. */
  public record Head(long size, Hash root, String note, Instant signedAt) {}

  /** How many leaves there are, signed or not. */
  public long size() {
    return size;
  }

  public Optional<Head> latestHead() throws SQLException {
    String sql =
        "select size, root, note, signed_at from log.checkpoint order by size desc limit 1";
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Head(
                  row.getLong(1),
                  Hash.of(row.getBytes(2)),
                  String.valueOf(row.getString(3)),
                  row.getObject(4, OffsetDateTime.class).toInstant()))
          : Optional.empty();
    }
  }

  /** The leaf of an event, once it has one. */
  public Optional<LogEntry> find(String eventId) throws SQLException {
    return LoggedEvents.find(connection, eventId);
  }

  /** The leaves of events, as far as they have one; in no order. */
  public List<LogEntry> at(Collection<Long> positions) throws SQLException {
    return LoggedEvents.at(connection, positions);
  }

  /** How many events of a stream are among the first leaves; they are numbered from 0 on. */
  public long eventsOf(String stream, long leaves) throws SQLException {
    return LoggedEvents.countOf(connection, stream, leaves);
  }

  /** Leaves by their place, from the first up to the last, which is not included. */
  public List<LogEntry> range(long from, long to) throws SQLException {
    List<LogEntry> entries = new ArrayList<>();
    LoggedEvents.read(connection, from, to, entries::add);
    return entries;
  }

  /**
   * @throws IndexOutOfBoundsException when the tree of that size has no such leaf
   */
  public InclusionProof inclusion(long index, long treeSize) {
    return new Tree(subtrees, treeSize).inclusion(index);
  }

  /**
   * @throws IndexOutOfBoundsException when there was never a tree of the older size in the other
   */
  public ConsistencyProof consistency(long older, long newer) {
    return new Tree(subtrees, newer).consistency(older);
  }

  public Hash root(long treeSize) {
    return new Tree(subtrees, treeSize).root();
  }
}
