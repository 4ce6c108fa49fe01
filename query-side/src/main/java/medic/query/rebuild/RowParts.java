package medic.query.rebuild;

import java.util.List;
import java.util.stream.Collectors;
import medic.query.rows.Column;
import medic.query.rows.PendingRow;
import medic.query.rows.PendingRow.Fate;
import medic.query.rows.RowTable;

/** The table beside another that holds parts of its rows: which, in which order, what they set. */
final class RowParts {

  static final String ORDER = "part_number";
  static final String FATE = "part_fate";
  static final String SET = "part_sets";

  /** What a part has beside the row's columns. */
  static final List<String> EXTRA = List.of(ORDER, FATE, SET);

  private static final int MOST_COLUMNS = 62;

  private RowParts() {}

  static RowTable of(RowTable table) {
    if (table.allColumns().size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(table.name() + " has more columns than fit a mask");
    }
    return RowTable.named(table.name() + "_parts");
  }

  /** Which columns a part sets, a bit each in the table's order. */
  static long mask(List<Column> columns, PendingRow part) {
    if (part.fate() != Fate.CHANGED) {
      return -1;
    }
    long mask = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (part.values().byColumn().containsKey(columns.get(i).name())) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  static String creation(RowTable table) {
    return table.allColumns().stream()
        .map(column -> column.name() + " " + column.type())
        .collect(
            Collectors.joining(
                ", ",
                "create unlogged table %s (%s integer, %s integer, %s bigint, "
                    .formatted(of(table).name(), ORDER, FATE, SET),
                ")"));
  }

  /** All parts, those of a row together and in their order; each value as text. */
  static String query(RowTable table) {
    String columns =
        table.allColumns().stream()
            .map(column -> column.name() + "::text")
            .collect(Collectors.joining(", "));
    String key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
    return "select %s, %s, %s, %s from %s order by %s, %s"
        .formatted(ORDER, FATE, SET, columns, of(table).name(), key, ORDER);
  }
}
