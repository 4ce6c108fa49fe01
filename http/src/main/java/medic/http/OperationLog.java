package medic.http;

import medic.events.operation.RebuildOrder;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record, in the event log itself, what those who run the system order. A method returns
 * once its entry is stored and throws otherwise: then nothing may be done.
 */
public interface OperationLog {

  /**
   * @param caller who orders it; null for who runs the program itself
   */
  void rebuildOrdered(@Nullable Caller caller, String readModel, RebuildOrder order);
}
