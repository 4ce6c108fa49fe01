package medic.deadletters;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A batch's events together: their rows are written at its end, and then nobody knows which of them
 * cannot be. Such a batch is begun anew with fewer events, until there is one.
 */
final class BatchInvoker extends DeadLetteringInvoker {

  private static final String BATCH = BatchInvoker.class.getName();

  private final BatchLimit limit;

  BatchInvoker(
      String group,
      EventHandlerInvoker handlers,
      EventDeadLetterTable parked,
      TransactionOperations apart,
      List<TransientFault> passing,
      BatchLimit limit) {
    super(group, handlers, parked, apart, passing);
    this.limit = limit;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    Batch batch = batch();
    batch.last = event;
    batch.events++;
    super.handle(event, segment);
  }

  @Override
  protected void handleOrBlame(EventMessage<?> event, Segment segment) throws Exception {
    try {
      handlers.handle(event, segment);
    } catch (Exception fault) {
      Batch batch = batch();
      batch.culpritKnown = isReadable(event);
      if (isReadable(event) && !mayPass(fault)) {
        blame(event, fault);
        limit.isolate(batch.events - 1);
      }
      throw fault;
    }
  }

  private Batch batch() {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    return root.getOrComputeResource(BATCH, any -> startIn(root));
  }

  private Batch startIn(UnitOfWork<?> root) {
    Batch batch = new Batch();
    root.afterCommit(work -> limit.passed(batch.events));
    root.onRollback(work -> failed(batch, work.getExecutionResult()));
    return batch;
  }

  private void failed(Batch batch, @Nullable ExecutionResult result) {
    Throwable fault = fault(result);
    EventMessage<?> last = batch.last;
    if (batch.culpritKnown || fault == null || last == null || mayPass(fault)) {
      return;
    }
    if (batch.events == 1) {
      blame(last, fault);
    }
    limit.narrow(batch.events);
  }

  private static @Nullable Throwable fault(@Nullable ExecutionResult result) {
    return result != null && result.isExceptionResult() ? result.getExceptionResult() : null;
  }

  /** What is known of a batch that is being handled. */
  private static final class Batch {
    private int events;
    private @Nullable EventMessage<?> last;
    private boolean culpritKnown;
  }
}
