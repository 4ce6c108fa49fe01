package medic.query.rows;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of a schema, written in the transaction that stores the processor's position. */
public record StoredGeneration(JdbcTemplate jdbc, String schema) implements Generation {

  @Override
  public boolean isRead() {
    return schema.equals(RowTable.READ);
  }

  @Override
  public void write(Collection<PendingRows> rows) {
    waitForNoDisk();
    rows.forEach(table -> table.flush(jdbc, schema));
  }

  @Override
  public List<RowValues> find(RowTable table, String column, Object value) {
    return jdbc.query(
        "select * from " + table.in(schema).name() + " where " + column + " = ?",
        RowValues.rows(),
        value);
  }

  /** Rows and position move together: a crash loses both, and the events are handled again. */
  private void waitForNoDisk() {
    jdbc.execute("set local synchronous_commit = off");
  }
}
