package medic.query.rebuild;

import medic.query.rows.Generation;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Handlers whose rows go to a generation of their own. */
record InGeneration(EventHandlerInvoker handlers, Generation generation)
    implements EventHandlerInvoker {

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return handlers.canHandle(event, segment);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return handlers.canHandleType(payloadType);
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    Generation.set(CurrentUnitOfWork.get().root(), generation);
    handlers.handle(event, segment);
  }

  @Override
  public boolean supportsReset() {
    return false;
  }
}
