package medic.query.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a batch of events makes of one table: each key is put, changed or deleted once, whatever
 * happened to it within the batch.
 */
public final class PendingRows {

  private final RowTable table;
  private final Map<List<Object>, Pending> byKey = new LinkedHashMap<>();

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
    byKey.put(Arrays.asList(key), new Pending(Fate.PUT, RowValues.none().merge(row)));
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
        new Pending(Fate.CHANGED, RowValues.none().merge(columns)),
        Pending::followedBy);
  }

  public void delete(Object... key) {
    byKey.put(Arrays.asList(key), new Pending(Fate.DELETED, RowValues.none()));
  }

  /**
   * One statement for all that is put, one for all that is deleted, one a set of changed columns.
   */
  void flush(JdbcTemplate jdbc) {
    Map<List<Column>, List<List<@Nullable Object>>> puts = new LinkedHashMap<>();
    Map<List<Column>, List<List<@Nullable Object>>> changes = new LinkedHashMap<>();
    List<List<@Nullable Object>> deletes = new ArrayList<>();
    byKey.forEach((key, row) -> sort(key, row, puts, changes, deletes));
    puts.forEach((columns, rows) -> write(jdbc, table.upsert(), columns, rows));
    changes.forEach(
        (columns, rows) -> write(jdbc, table.update(columns), table.keyAnd(columns), rows));
    if (!deletes.isEmpty()) {
      write(jdbc, table.delete(), table.key(), deletes);
    }
    byKey.clear();
  }

  private void sort(
      List<Object> key,
      Pending row,
      Map<List<Column>, List<List<@Nullable Object>>> puts,
      Map<List<Column>, List<List<@Nullable Object>>> changes,
      List<List<@Nullable Object>> deletes) {
    switch (row.fate) {
      case DELETED -> deletes.add(new ArrayList<>(key));
      case PUT -> {
        puts.computeIfAbsent(table.allColumns(), any -> new ArrayList<>())
            .add(valuesOf(key, table.columns(), row.values));
      }
      case CHANGED -> {
        List<Column> changed = table.columns(row.values.byColumn().keySet());
        if (!changed.isEmpty()) {
          changes
              .computeIfAbsent(changed, any -> new ArrayList<>())
              .add(valuesOf(key, changed, row.values));
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
            int column = i;
            @Nullable Object[] values = rows.stream().map(row -> row.get(column)).toArray();
            statement.setArray(
                i + 1, statement.getConnection().createArrayOf(columns.get(i).type(), values));
          }
        });
  }

  private enum Fate {
    PUT,
    CHANGED,
    DELETED
  }

  private record Pending(Fate fate, RowValues values) {

    /** A change after a put stays a put, after a delete it finds nothing. */
    Pending followedBy(Pending change) {
      return fate == Fate.DELETED ? this : new Pending(fate, values.merge(change.values));
    }
  }
}
