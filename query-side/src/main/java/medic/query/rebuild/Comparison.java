package medic.query.rebuild;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import medic.query.rows.Column;
import medic.query.rows.RowTable;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of a read model and of its copy side by side. */
final class Comparison {

  private static final int FETCH = 2_000;
  private static final int MOST_NAMED = 20;

  private final List<RowTable> tables;
  private final List<String> findings = new ArrayList<>();
  private long rows;
  private long differences;

  Comparison(List<RowTable> tables) {
    this.tables = tables;
  }

  /**
   * @param reading a transaction that sees the read model as of a position
   * @param copy sees the copy
   */
  void compare(LongSession reading, LongSession copy) throws SQLException {
    copy.together(
        () -> {
          for (RowTable table : tables) {
            compare(table, reading, copy);
          }
        });
  }

  private void compare(RowTable table, LongSession reading, LongSession copy) throws SQLException {
    try (Side is = new Side(reading, table, RowTable.READ);
        Side shouldBe = new Side(copy, table, NextTables.CHECK)) {
      is.next();
      shouldBe.next();
      while (is.row != null || shouldBe.row != null) {
        rows++;
        int order = order(is.row, shouldBe.row, table.key().size());
        if (order < 0) {
          differs(table, is.row, "is too many");
        } else if (order > 0) {
          differs(table, shouldBe.row, "is missing");
        } else {
          compareRow(table, is.row, shouldBe.row);
        }
        if (order <= 0) {
          is.next();
        }
        if (order >= 0) {
          shouldBe.next();
        }
      }
    }
  }

  private void compareRow(
      RowTable table,
      @Nullable List<@Nullable String> is,
      @Nullable List<@Nullable String> should) {
    if (is != null && should != null && !is.equals(should)) {
      List<Column> columns = table.allColumns();
      List<String> different = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!Objects.equals(is.get(i), should.get(i))) {
          different.add(columns.get(i).name());
        }
      }
      differs(table, is, "differs in " + String.join(", ", different));
    }
  }

  private void differs(RowTable table, @Nullable List<@Nullable String> row, String how) {
    differences++;
    if (row != null && findings.size() < MOST_NAMED) {
      StringBuilder key = new StringBuilder();
      for (int i = 0; i < table.key().size(); i++) {
        key.append(' ').append(table.key().get(i).name()).append('=').append(row.get(i));
      }
      findings.add(table.name() + key + " " + how);
    }
  }

  /** By the texts of the keys, as the rows are ordered; what has ended comes last. */
  private static int order(
      @Nullable List<@Nullable String> one, @Nullable List<@Nullable String> other, int keys) {
    if (one == null || other == null) {
      return one == null ? 1 : -1;
    }
    for (int i = 0; i < keys; i++) {
      int order = String.valueOf(one.get(i)).compareTo(String.valueOf(other.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  CheckView view(Instant at, long position) {
    return new CheckView(at, position, rows, differences, List.copyOf(findings));
  }

  /** The rows of one generation, in the order of their keys' texts. */
  private static final class Side implements AutoCloseable {

    private final PreparedStatement query;
    private final ResultSet result;
    private final int columns;
    private @Nullable List<@Nullable String> row;

    Side(LongSession session, RowTable table, String schema) throws SQLException {
      session.run("set local work_mem = '64MB'");
      columns = table.allColumns().size();
      query = session.connection().prepareStatement(sql(table, schema));
      query.setFetchSize(FETCH);
      result = query.executeQuery();
    }

    private static String sql(RowTable table, String schema) {
      return "select %s from %s order by %s"
          .formatted(
              table.allColumns().stream()
                  .map(column -> column.name() + "::text")
                  .collect(Collectors.joining(", ")),
              table.in(schema).name(),
              table.key().stream()
                  .map(column -> column.name() + "::text collate \"C\"")
                  .collect(Collectors.joining(", ")));
    }

    void next() throws SQLException {
      if (!result.next()) {
        row = null;
        return;
      }
      List<@Nullable String> values = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        values.add(result.getString(i));
      }
      row = values;
    }

    @Override
    public void close() throws SQLException {
      result.close();
      query.close();
    }
  }
}
