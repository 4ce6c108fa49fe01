package medic.query.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import medic.query.rows.PendingRow.Fate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a batch of events makes of one table: each key is put, changed or deleted once, whatever
 * happened to it within the batch.
 */
public final class PendingRows {

  private final RowTable table;
  private final Map<List<Object>, PendingRow> byKey = new LinkedHashMap<>();

  PendingRows(RowTable table) {
    this.table = table;
  }

  /** Of a row that several tables share, what this one has columns for. */
  public RowValues shareOf(RowValues row) {
    RowValues share = RowValues.none();
    row.byColumn()
        .forEach(
            (column, value) -> {
              if (table.has(column)) {
                share.with(column, value);
              }
            });
    return share;
  }

  /**
   * A whole row, new or in place of the one with its key; columns not given become null.
   *
   * @throws IllegalArgumentException for a column that the table does not have
   */
  public void put(RowValues row, Object... key) {
    table.mustHave(row.byColumn().keySet());
    byKey.put(Arrays.asList(key), new PendingRow(Fate.PUT, RowValues.none().merge(row)));
  }

  /**
   * Some columns of a row; where there is no such row, nothing.
   *
   * @throws IllegalArgumentException for a column that the table does not have
   */
  public void change(RowValues columns, Object... key) {
    table.mustHave(columns.byColumn().keySet());
    byKey.merge(
        Arrays.asList(key),
        new PendingRow(Fate.CHANGED, RowValues.none().merge(columns)),
        PendingRow::followedBy);
  }

  public void delete(Object... key) {
    byKey.put(Arrays.asList(key), new PendingRow(Fate.DELETED, RowValues.none()));
  }

  public RowTable table() {
    return table;
  }

  /** Takes each row by its key. */
  public void forEach(BiConsumer<List<Object>, PendingRow> taker) {
    byKey.forEach(taker);
  }

  /** The keys of those that are put with this value in a column. */
  Set<List<Object>> keysOf(String column, Object value) {
    return byKey.entrySet().stream()
        .filter(row -> row.getValue().fate() == Fate.PUT)
        .filter(row -> value.equals(row.getValue().values().get(column)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * One statement for all that is put, one for all that is deleted, one a set of changed columns.
   */
  void flush(JdbcTemplate jdbc, String schema) {
    RowTable written = table.in(schema);
    Map<List<Column>, List<List<@Nullable Object>>> puts = new LinkedHashMap<>();
    Map<List<Column>, List<List<@Nullable Object>>> changes = new LinkedHashMap<>();
    List<List<@Nullable Object>> deletes = new ArrayList<>();
    byKey.forEach((key, row) -> sort(key, row, puts, changes, deletes));
    puts.forEach((columns, rows) -> write(jdbc, written.upsert(), columns, rows));
    changes.forEach(
        (columns, rows) -> write(jdbc, written.update(columns), table.keyAnd(columns), rows));
    if (!deletes.isEmpty()) {
      write(jdbc, written.delete(), table.key(), deletes);
    }
    byKey.clear();
  }

  private void sort(
      List<Object> key,
      PendingRow row,
      Map<List<Column>, List<List<@Nullable Object>>> puts,
      Map<List<Column>, List<List<@Nullable Object>>> changes,
      List<List<@Nullable Object>> deletes) {
    switch (row.fate()) {
      case DELETED -> deletes.add(new ArrayList<>(key));
      case PUT -> {
        puts.computeIfAbsent(table.allColumns(), any -> new ArrayList<>())
            .add(valuesOf(key, table.columns(), row.values()));
      }
      case CHANGED -> {
        List<Column> changed = table.columns(row.values().byColumn().keySet());
        if (!changed.isEmpty()) {
          changes
              .computeIfAbsent(changed, any -> new ArrayList<>())
              .add(valuesOf(key, changed, row.values()));
        }
      }
    }
  }

  private static List<@Nullable Object> valuesOf(
      List<Object> key, List<Column> columns, RowValues values) {
    List<@Nullable Object> row = new ArrayList<>(key);
    columns.forEach(column -> row.add(values.get(column.name())));
    return row;
  }

  private static void write(
      JdbcTemplate jdbc, String sql, List<Column> columns, List<List<@Nullable Object>> rows) {
    jdbc.update(
        sql,
        statement -> {
          for (int i = 0; i < columns.size(); i++) {
            int at = i;
            Column column = columns.get(i);
            @Nullable Object[] values =
                rows.stream().map(row -> column.sent(row.get(at))).toArray();
            statement.setArray(
                i + 1, statement.getConnection().createArrayOf(column.elementType(), values));
          }
        });
  }
}
