package medic.deadletters;

import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.springframework.transaction.support.TransactionOperations;

/** Tries for ever what fails: only what cannot be read is passed by. */
final class UntiringInvoker extends DeadLetteringInvoker {

  UntiringInvoker(
      String group,
      EventHandlerInvoker handlers,
      EventDeadLetterTable parked,
      TransactionOperations apart,
      List<TransientFault> passing) {
    super(group, handlers, parked, apart, passing);
  }

  @Override
  protected void handleOrBlame(EventMessage<?> event, Segment segment) throws Exception {
    handlers.handle(event, segment);
  }
}
