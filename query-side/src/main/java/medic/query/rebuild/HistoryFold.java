package medic.query.rebuild;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.query.rows.Generation;
import medic.query.rows.PendingRows;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;

/** What a projection makes of the past, folded by key before it is written. */
final class HistoryFold implements Generation {

  private final int most;
  private final Map<String, TableFold> tables = new LinkedHashMap<>();

  /**
   * @param most how many rows to keep in memory at most
   */
  HistoryFold(List<RowTable> tables, String schema, int most) {
    this.most = most;
    tables.forEach(table -> this.tables.put(table.table(), new TableFold(table, schema)));
  }

  @Override
  public boolean isRead() {
    return false;
  }

  @Override
  public void write(Collection<PendingRows> rows) {
    rows.forEach(pending -> of(pending.table()).take(pending));
  }

  @Override
  public List<RowValues> find(RowTable table, String column, Object value) {
    return of(table).find(column, value);
  }

  private TableFold of(RowTable table) {
    TableFold fold = tables.get(table.table());
    if (fold == null) {
      throw new IllegalStateException(table.name() + " is not among the read model's tables");
    }
    return fold;
  }

  /** Whether it has to make room. */
  boolean isFull() {
    return tables.values().stream().mapToInt(TableFold::size).sum() >= most;
  }

  void spill(LongSession session) throws SQLException {
    for (TableFold table : tables.values()) {
      table.spill(session);
    }
  }

  /** What is to be put together with what was spilled before. */
  void spillRest(LongSession session) throws SQLException {
    for (TableFold table : tables.values()) {
      table.spillRest(session);
    }
  }

  /** Fills the tables, all of them; after {@link #spillRest}. */
  void finish(LongSession session, RowMerge merge) throws SQLException {
    for (TableFold table : tables.values()) {
      table.finish(session, merge);
    }
  }
}
