package medic.query.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Collects the rows of a batch of events and writes them when the batch is about to commit, in the
 * transaction that also stores the processor's position. A failing statement fails the batch.
 */
@Component
public final class WriteBehind {

  private static final String PENDING = WriteBehind.class.getName();

  private final JdbcTemplate jdbc;

  WriteBehind(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The rows of a table that the current batch has changed so far. */
  public PendingRows rows(RowTable table) {
    return join().rows.computeIfAbsent(table, PendingRows::new);
  }

  /** Takes part in the current batch, be it with no rows. */
  public void pass() {
    join();
  }

  private Batch join() {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    return batch.getOrComputeResource(PENDING, any -> startIn(batch));
  }

  /** Writes a row at once, for who is already at the end of a batch. */
  public void writeNow(RowTable table, RowValues row, Object... key) {
    PendingRows rows = new PendingRows(table);
    rows.put(row, key);
    rows.flush(jdbc);
  }

  /** Empties a table because its read model is about to be replayed. */
  public void clear(RowTable table) {
    jdbc.execute("truncate table " + table.name());
  }

  private Batch startIn(UnitOfWork<?> batch) {
    Batch pending = new Batch();
    batch.onPrepareCommit(any -> flush(pending));
    return pending;
  }

  private void flush(Batch pending) {
    waitForNoDisk();
    pending.rows.values().forEach(rows -> rows.flush(jdbc));
  }

  /** Rows and position move together: a crash loses both, and the events are handled again. */
  private void waitForNoDisk() {
    jdbc.execute("set local synchronous_commit = off");
  }

  private static final class Batch {
    private final Map<RowTable, PendingRows> rows = new LinkedHashMap<>();
  }
}
