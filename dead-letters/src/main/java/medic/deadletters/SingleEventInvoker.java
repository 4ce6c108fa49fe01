package medic.deadletters;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.transaction.support.TransactionOperations;

/** Each event in a unit of work of its own: a saga is only stored at the end of one. */
final class SingleEventInvoker extends DeadLetteringInvoker {

  SingleEventInvoker(
      String group,
      EventHandlerInvoker handlers,
      EventDeadLetterTable parked,
      TransactionOperations apart,
      List<TransientFault> passing) {
    super(group, handlers, parked, apart, passing);
  }

  @Override
  protected void handleOrBlame(EventMessage<?> event, Segment segment) throws Exception {
    ResultMessage<?> result =
        DefaultUnitOfWork.startAndGet(event)
            .executeWithResult(
                () -> {
                  handlers.handle(event, segment);
                  return true;
                });
    if (result.isExceptional() && result.exceptionResult() instanceof Exception fault) {
      if (isReadable(event)) {
        blame(event, fault);
      }
      throw fault;
    }
  }
}
