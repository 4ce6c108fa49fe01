package medic.sagas.parking;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a group go on past an event that it cannot handle. One that fails again and again is parked,
 * and its batch undone and begun anew; what follows it in its own stream is parked behind it, so
 * that each stream is handled in order.
 */
final class ParkingInvoker implements EventHandlerInvoker {

  private static final Logger LOG = LoggerFactory.getLogger(ParkingInvoker.class);
  private static final String RESOURCE = ParkingInvoker.class.getName();
  private static final int TRIES = 3;

  /** How often an event failed in a row; the next batch begins with it, or before it. */
  private record Failing(String event, int times) {}

  private final String group;
  private final EventHandlerInvoker handlers;
  private final ParkedEvents parked;
  private final TransactionOperations apart;
  private final AtomicReference<Failing> failing = new AtomicReference<>(new Failing("", 0));

  /**
   * @param apart makes a transaction that outlives the one of the batch
   */
  ParkingInvoker(
      String group,
      EventHandlerInvoker handlers,
      ParkedEvents parked,
      TransactionOperations apart) {
    this.group = group;
    this.handlers = handlers;
    this.parked = parked;
    this.apart = apart;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    if (event instanceof DomainEventMessage<?> ofStream) {
      handleInOrder(ofStream, segment);
    } else {
      handlers.handle(event, segment);
    }
  }

  private void handleInOrder(DomainEventMessage<?> event, Segment segment) throws Exception {
    Set<Long> before = parkedOnes().get(event.getAggregateIdentifier());
    if (before == null) {
      handleOrPark(event, segment);
    } else if (before.add(event.getSequenceNumber())) {
      parked.park(group, event, ReplayToken.isReplay(event), null);
    }
  }

  /** Looked up once a batch, and held until its end: only the batch itself adds to it. */
  private Map<String, Set<Long>> parkedOnes() {
    return CurrentUnitOfWork.get()
        .root()
        .getOrComputeResource(RESOURCE + group, key -> parked.of(group));
  }

  private void handleOrPark(DomainEventMessage<?> event, Segment segment) throws Exception {
    try {
      handleToItsEnd(event, segment);
    } catch (Exception fault) {
      if (!Faults.mayPass(fault) && timesFailed(event) == TRIES) {
        LOG.error(
            "{} parks event {} of {}",
            group,
            event.getSequenceNumber(),
            event.getAggregateIdentifier(),
            Faults.withoutWords(fault));
        boolean replay = ReplayToken.isReplay(event);
        apart.executeWithoutResult(
            status -> parked.park(group, event, replay, Faults.reason(fault)));
      }
      throw fault;
    }
  }

  private int timesFailed(DomainEventMessage<?> event) {
    String id = event.getIdentifier();
    return failing
        .updateAndGet(last -> new Failing(id, last.event.equals(id) ? last.times + 1 : 1))
        .times();
  }

  /** In a unit of work of its own, for a saga is only stored at the end of one. */
  private void handleToItsEnd(DomainEventMessage<?> event, Segment segment) throws Exception {
    ResultMessage<?> result =
        DefaultUnitOfWork.startAndGet(event)
            .executeWithResult(
                () -> {
                  handlers.handle(event, segment);
                  return true;
                });
    if (result.isExceptional() && result.exceptionResult() instanceof Exception fault) {
      throw fault;
    }
  }

  /** Handles an event that was parked. */
  void handleAgain(DomainEventMessage<?> event) throws Exception {
    handlers.handle(event, Segment.ROOT_SEGMENT);
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return handlers.canHandle(event, segment);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return handlers.canHandleType(payloadType);
  }

  @Override
  public boolean supportsReset() {
    return handlers.supportsReset();
  }

  @Override
  public void performReset() {
    parked.forget(group);
    handlers.performReset();
  }

  @Override
  public <R> void performReset(@Nullable R context) {
    parked.forget(group);
    handlers.performReset(context);
  }

  @Override
  public void segmentReleased(Segment segment) {
    handlers.segmentReleased(segment);
  }
}
