package medic.query.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Collects the rows of a batch of events and writes them when the batch is about to commit, in the
 * transaction that also stores the processor's position. A failing statement fails the batch. To
 * which generation of the tables they go, the batch says.
 */
@Component
public final class WriteBehind {

  private static final String PENDING = WriteBehind.class.getName();

  private final JdbcTemplate jdbc;
  private final Generation read;

  WriteBehind(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.read = new StoredGeneration(jdbc, RowTable.READ);
  }

  /** The rows of a table that the current batch has changed so far. */
  public PendingRows rows(RowTable table) {
    return join().rows.computeIfAbsent(table, PendingRows::new);
  }

  /** Takes part in the current batch, be it with no rows. */
  public void pass() {
    join();
  }

  /** Runs before the batch's rows are written, and may add to them. */
  public void atEnd(Runnable more) {
    join().atEnd.add(more);
  }

  /** The rows that earlier batches wrote, and have this value in a column. */
  public List<RowValues> stored(RowTable table, String column, Object value) {
    return join().generation.find(table, column, value);
  }

  /** The keys of all rows with this value in a column, those of the current batch included. */
  public Set<List<Object>> keysOf(RowTable table, String column, Object value) {
    Set<List<Object>> keys = new LinkedHashSet<>();
    stored(table, column, value).forEach(row -> keys.add(row.keyOf(table)));
    keys.addAll(rows(table).keysOf(column, value));
    return keys;
  }

  private Batch join() {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    return batch.getOrComputeResource(PENDING, any -> startIn(batch));
  }

  /** Empties a table because its read model is about to be replayed. */
  public void clear(RowTable table) {
    jdbc.execute("truncate table " + table.name());
  }

  private Batch startIn(UnitOfWork<?> batch) {
    Generation written = Generation.of(batch);
    Batch pending = new Batch(written == null ? read : written);
    batch.onPrepareCommit(any -> pending.flush());
    return pending;
  }

  private static final class Batch {
    private final Generation generation;
    private final Map<RowTable, PendingRows> rows = new LinkedHashMap<>();
    private final List<Runnable> atEnd = new ArrayList<>();

    Batch(Generation generation) {
      this.generation = generation;
    }

    void flush() {
      atEnd.forEach(Runnable::run);
      generation.write(rows.values());
    }
  }
}
