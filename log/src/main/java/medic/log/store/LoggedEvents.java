package medic.log.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import medic.log.event.StoredEvent;
import medic.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/** Leaves and the events that they stand for, read side by side. */
final class LoggedEvents {

  /** A leaf, and what stands now where its event stood. */
  record Logged(long index, long position, Hash hash, boolean late, @Nullable StoredEvent event) {}

  /** Takes one after the other. */
  interface Reader {
    void read(Logged logged) throws SQLException;
  }

  private static final int PAGE = 2_000;

  private static final String SQL =
      "select l.leaf_index, l.global_index as position, l.hash, l.late, "
          + EventRows.COLUMNS
          + " from log.leaf l left join "
          + EventRows.TABLE
          + " e on e.global_index = l.global_index"
          + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index";

  private LoggedEvents() {}

  /** In the order of the leaves, whatever their number. */
  static void read(Connection connection, long from, long to, Reader reader) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      for (long page = from; page < to; page += PAGE) {
        query.setLong(1, page);
        query.setLong(2, Math.min(page + PAGE, to));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            reader.read(logged(rows));
          }
        }
      }
    }
  }

  private static Logged logged(ResultSet row) throws SQLException {
    boolean isThere = row.getObject("global_index") != null;
    return new Logged(
        row.getLong("leaf_index"),
        row.getLong("position"),
        Hash.of(row.getBytes("hash")),
        row.getBoolean("late"),
        isThere ? EventRows.read(row) : null);
  }
}
