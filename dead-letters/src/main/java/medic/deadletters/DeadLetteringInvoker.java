package medic.deadletters;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a group go on past an event that it cannot handle. One that fails again and again is parked,
 * and its batch undone and begun anew; what follows it in its own stream is parked behind it, so
 * that each stream is handled in order.
 */
abstract class DeadLetteringInvoker implements EventHandlerInvoker {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetteringInvoker.class);
  private static final String PARKED = DeadLetteringInvoker.class.getName();
  private static final int TRIES = 3;

  /** How often an event failed in a row; the next batch begins with it, or before it. */
  private record Failing(String event, int times) {}

  protected final EventHandlerInvoker handlers;
  private final String group;
  private final EventDeadLetterTable parked;
  private final TransactionOperations apart;
  private final List<TransientFault> passing;
  private final AtomicReference<Failing> failing = new AtomicReference<>(new Failing("", 0));

  /** Set while this process holds the group and has seen that nothing is parked: only it parks. */
  private volatile boolean nothingParked;

  /**
   * @param apart makes a transaction that outlives the one of the batch
   */
  DeadLetteringInvoker(
      String group,
      EventHandlerInvoker handlers,
      EventDeadLetterTable parked,
      TransactionOperations apart,
      List<TransientFault> passing) {
    this.group = group;
    this.handlers = handlers;
    this.parked = parked;
    this.apart = apart;
    this.passing = passing;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    if (nothingParked) {
      handleOrPass(event, segment);
      return;
    }
    Map<String, Set<Long>> all = parkedOnes();
    nothingParked = all.isEmpty();
    EventPosition place = EventPosition.of(event);
    Set<Long> before = all.get(place.stream());
    if (before == null) {
      handleOrPass(event, segment);
    } else if (before.add(place.sequence())) {
      parked.park(group, event, place, null);
    }
  }

  /** What cannot even be read was not begun to be handled: it is parked, and nothing undone. */
  private void handleOrPass(EventMessage<?> event, Segment segment) throws Exception {
    try {
      handleOrBlame(event, segment);
    } catch (Exception fault) {
      if (isReadable(event)) {
        throw fault;
      }
      EventPosition place = EventPosition.of(event);
      LOG.error(
          "{} parks event {} of {}, which cannot be read",
          group,
          place.sequence(),
          place.stream(),
          FailureKinds.withoutWords(fault));
      parked.park(group, event, place, FailureKinds.reason(fault));
      nothingParked = false;
      parkedOnes().computeIfAbsent(place.stream(), stream -> new HashSet<>()).add(place.sequence());
    }
  }

  protected static boolean isReadable(EventMessage<?> event) {
    try {
      return event.getPayload() != null && event.getMetaData() != null;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** Looked up once a batch, and held until its end: only the batch itself adds to it. */
  private Map<String, Set<Long>> parkedOnes() {
    return CurrentUnitOfWork.get()
        .root()
        .getOrComputeResource(PARKED + group, key -> parked.of(group));
  }

  /** Handles it, and if it fails, says so by {@link #blame}. */
  protected abstract void handleOrBlame(EventMessage<?> event, Segment segment) throws Exception;

  protected final boolean mayPass(Throwable fault) {
    return FailureKinds.mayPass(fault, passing);
  }

  /** This event failed: if it has done so again and again, it is parked. */
  protected final void blame(EventMessage<?> event, Throwable fault) {
    if (mayPass(fault) || timesFailed(event) < TRIES) {
      return;
    }
    EventPosition place = EventPosition.of(event);
    LOG.error(
        "{} parks event {} of {}",
        group,
        place.sequence(),
        place.stream(),
        FailureKinds.withoutWords(fault));
    nothingParked = false;
    apart.executeWithoutResult(
        status -> parked.park(group, event, place, FailureKinds.reason(fault)));
  }

  private int timesFailed(EventMessage<?> event) {
    String id = event.getIdentifier();
    return failing
        .updateAndGet(last -> new Failing(id, last.event.equals(id) ? last.times + 1 : 1))
        .times();
  }

  /** Handles an event that was parked. */
  void handleAgain(EventMessage<?> event) throws Exception {
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
    nothingParked = false;
    handlers.segmentReleased(segment);
  }
}
