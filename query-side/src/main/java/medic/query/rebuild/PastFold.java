package medic.query.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import medic.deadletters.HistoryHandler;
import medic.query.rows.Generation;
import medic.query.rows.Rebuildable;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Folds the past of one read model and fills its tables with it: each row is written once or, where
 * memory does not suffice, in parts that are put together.
 */
final class PastFold {

  private final HistoryFold fold;
  private final HistoryHandler handlers;
  private final LongSession session;
  private final Fence fence;
  private final DataSource source;

  /**
   * @param most how many rows to keep in memory
   */
  PastFold(
      Rebuildable model,
      String schema,
      HistoryHandler handlers,
      LongSession session,
      Fence fence,
      DataSource source,
      int most) {
    this.fold = new HistoryFold(model.rowTables(), schema, most);
    this.handlers = handlers;
    this.session = session;
    this.fence = fence;
    this.source = source;
  }

  /**
   * Takes what follows up to a position.
   *
   * @param told is told how many events were taken, after each chunk
   */
  void take(PastReader reader, long last, Consumer<Integer> told) throws SQLException {
    try (ReadAhead ahead = new ReadAhead(reader, last)) {
      for (var chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
        take(chunk);
        told.accept(chunk.size());
      }
    }
  }

  void take(List<TrackedEventMessage<?>> chunk) throws SQLException {
    fence.look();
    handlers.handle(chunk, batch -> Generation.set(batch, fold));
    if (fold.isFull()) {
      session.together(
          () -> {
            fence.hold(session);
            fold.spill(session);
          });
    }
  }

  /** Writes what there is. */
  void write() throws SQLException {
    session.together(
        () -> {
          fence.hold(session);
          fold.spillRest(session);
        });
    session.together(
        () -> {
          fence.hold(session);
          fold.finish(session, new RowMerge(source, fence::look));
        });
  }
}
