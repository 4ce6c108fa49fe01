package medic.query.rebuild;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.query.rows.Column;
import medic.query.rows.PendingRow;
import medic.query.rows.PendingRow.Fate;
import medic.query.rows.PendingRows;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;

/**
 * The rows of one table while the past is folded: in memory by key, and what does not fit there in
 * a table without indexes, where a row may have several parts that are put together at the end.
 */
final class TableFold {

  private final RowTable table;
  private final RowTable parts;
  private final Map<List<Object>, PendingRow> rows = new LinkedHashMap<>();
  private int spills;

  /**
   * @param schema where the table is that is filled
   */
  TableFold(RowTable table, String schema) {
    this.table = table.in(schema);
    this.parts = RowParts.of(this.table);
  }

  void take(PendingRows pending) {
    pending.forEach(this::take);
  }

  private void take(List<Object> key, PendingRow next) {
    PendingRow before = rows.get(key);
    if (before == null && spills == 0 && next.fate() == Fate.CHANGED) {
      return;
    }
    PendingRow after = before == null ? next : before.followedBy(next);
    if (after.fate() == Fate.DELETED && spills == 0) {
      rows.remove(key);
    } else {
      rows.put(key, after);
    }
  }

  /** Those in memory with this value in a column: all, where a projection asks for them. */
  List<RowValues> find(String column, Object value) {
    if (!table.isReadBack()) {
      throw new IllegalStateException(table.name() + " is not declared to be read back");
    }
    List<String> keys = table.key().stream().map(Column::name).toList();
    if (keys.equals(List.of(column))) {
      PendingRow row = rows.get(List.of(value));
      return row == null ? List.of() : List.of(whole(List.of(value), row));
    }
    return rows.entrySet().stream()
        .filter(row -> value.equals(row.getValue().values().get(column)))
        .map(row -> whole(row.getKey(), row.getValue()))
        .toList();
  }

  private RowValues whole(List<Object> key, PendingRow row) {
    RowValues whole = RowValues.none().merge(row.values());
    for (int i = 0; i < key.size(); i++) {
      whole.with(table.key().get(i).name(), key.get(i));
    }
    return whole;
  }

  /** How many rows lie in memory that could lie elsewhere. */
  int size() {
    return table.isReadBack() ? 0 : rows.size();
  }

  /** Takes what it can out of memory. */
  void spill(LongSession session) throws SQLException {
    if (table.isReadBack() || rows.isEmpty()) {
      return;
    }
    if (table.isAddedTo()) {
      copyRows(session);
    } else {
      spills++;
      copyParts(session);
    }
    rows.clear();
  }

  /** The last parts: another session puts them together, and has to see them. */
  void spillRest(LongSession session) throws SQLException {
    if (spills > 0) {
      spill(session);
    }
  }

  /** Fills the table with all there is. */
  void finish(LongSession session, RowMerge merge) throws SQLException {
    if (spills == 0) {
      copyRows(session);
    } else {
      merge.into(table, session);
    }
    rows.clear();
  }

  private void copyRows(LongSession session) throws SQLException {
    List<Column> columns = table.allColumns();
    try (CopyWriter copy = new CopyWriter(session, table.name(), names(columns))) {
      for (Map.Entry<List<Object>, PendingRow> row : rows.entrySet()) {
        if (row.getValue().fate() == Fate.PUT) {
          values(copy, columns, row.getKey(), row.getValue());
          copy.endRow();
        }
      }
      copy.end();
    }
  }

  private void copyParts(LongSession session) throws SQLException {
    List<Column> columns = table.allColumns();
    List<String> names = new ArrayList<>(RowParts.EXTRA);
    names.addAll(names(columns));
    try (CopyWriter copy = new CopyWriter(session, parts.name(), names)) {
      for (Map.Entry<List<Object>, PendingRow> row : rows.entrySet()) {
        PendingRow part = row.getValue();
        copy.value(spills).value(part.fate().ordinal()).value(RowParts.mask(columns, part));
        values(copy, columns, row.getKey(), part);
        copy.endRow();
      }
      copy.end();
    }
  }

  private static void values(
      CopyWriter copy, List<Column> columns, List<Object> key, PendingRow row) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      copy.value(i < key.size() ? key.get(i) : column.sent(row.values().get(column.name())));
    }
  }

  static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
