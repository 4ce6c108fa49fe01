package medic.query.rebuild;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import medic.query.rows.Column;
import medic.query.rows.PendingRow.Fate;
import medic.query.rows.RowTable;
import org.jspecify.annotations.Nullable;

/** Puts rows together from their parts, in whatever memory; PostgreSQL sorts them. */
final class RowMerge {

  private static final int FETCH = 2_000;

  private final DataSource source;
  private final Runnable between;

  /**
   * @param between runs now and then, and may throw to stop
   */
  RowMerge(DataSource source, Runnable between) {
    this.source = source;
    this.between = between;
  }

  void into(RowTable table, LongSession target) throws SQLException {
    List<Column> columns = table.allColumns();
    try (LongSession reading = new LongSession(source);
        CopyWriter copy = new CopyWriter(target, table.name(), TableFold.names(columns))) {
      reading.together(() -> read(reading, table, new Merging(columns, table.key().size(), copy)));
      copy.end();
    }
  }

  private void read(LongSession reading, RowTable table, Merging merging) throws SQLException {
    reading.run("set local work_mem = '64MB'");
    try (PreparedStatement query = reading.connection().prepareStatement(RowParts.query(table))) {
      query.setFetchSize(FETCH);
      try (ResultSet parts = query.executeQuery()) {
        for (int i = 1; parts.next(); i++) {
          merging.take(parts);
          if (i % FETCH == 0) {
            between.run();
          }
        }
      }
      merging.write();
    }
  }

  private static final class Merging {

    private final List<Column> columns;
    private final int keys;
    private final CopyWriter copy;
    private final @Nullable String[] row;
    private boolean isThere;

    Merging(List<Column> columns, int keys, CopyWriter copy) {
      this.columns = columns;
      this.keys = keys;
      this.copy = copy;
      this.row = new String[columns.size()];
    }

    void take(ResultSet part) throws SQLException {
      if (!isSame(part)) {
        write();
        Arrays.fill(row, null);
        for (int i = 0; i < keys; i++) {
          row[i] = value(part, i);
        }
      }
      switch (Fate.values()[part.getInt(RowParts.FATE)]) {
        case PUT -> {
          isThere = true;
          set(part, -1);
        }
        case CHANGED -> set(part, part.getLong(RowParts.SET));
        case DELETED -> isThere = false;
      }
    }

    private boolean isSame(ResultSet part) throws SQLException {
      for (int i = 0; i < keys; i++) {
        if (!value(part, i).equals(row[i])) {
          return false;
        }
      }
      return true;
    }

    private void set(ResultSet part, long mask) throws SQLException {
      for (int i = keys; isThere && i < columns.size(); i++) {
        if ((mask & 1L << i) != 0) {
          row[i] = value(part, i);
        }
      }
    }

    private static String value(ResultSet part, int column) throws SQLException {
      return part.getString(RowParts.EXTRA.size() + column + 1);
    }

    void write() throws SQLException {
      if (isThere) {
        for (String value : row) {
          copy.value(value);
        }
        copy.endRow();
      }
      isThere = false;
    }
  }
}
