package medic.query.rows;

import java.util.Collection;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Where the rows of a batch go: the tables that are read, or those made beside them. */
public interface Generation {

  /** Whether readers see it. */
  boolean isRead();

  void write(Collection<PendingRows> rows);

  /** The rows that were written, and have this value in a column. */
  List<RowValues> find(RowTable table, String column, Object value);

  /** From now on this batch is written there. */
  static void set(UnitOfWork<?> batch, Generation generation) {
    batch.resources().put(Generation.class.getName(), generation);
  }

  /** Where a batch is written; null for the tables that are read. */
  static @Nullable Generation of(UnitOfWork<?> batch) {
    return batch.getResource(Generation.class.getName());
  }
}
