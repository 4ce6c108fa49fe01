package medic.sagas.parking;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import medic.sagas.deadletters.DeadLetterKind;
import medic.sagas.parking.ParkedEvents.Parked;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles parked events again: all that wait in a stream, in order, up to one that fails. */
@Component
class EventRetries implements DeadLetterKind {

  private static final Logger LOG = LoggerFactory.getLogger(EventRetries.class);

  private final ParkedEvents parked;
  private final Parking parking;
  private final EventStore events;
  private final TransactionManager transactions;

  EventRetries(
      ParkedEvents parked, Parking parking, EventStore events, TransactionManager transactions) {
    this.parked = parked;
    this.parking = parking;
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  public boolean retry(UUID id, Map<String, ?> inTheNameOf) {
    Optional<Parked> asked = parked.find(id);
    asked.ifPresent(
        event -> {
          boolean handled = true;
          while (handled) {
            handled =
                parked.first(event.group(), event.aggregate()).map(this::handled).orElse(false);
          }
        });
    return asked.isPresent();
  }

  private boolean handled(Parked first) {
    DomainEventMessage<?> event = read(first);
    DefaultUnitOfWork<DomainEventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
    work.attachTransaction(transactions);
    ResultMessage<?> result =
        work.executeWithResult(
            () -> {
              if (parked.remove(first.id())) {
                parking.group(first.group()).handleAgain(event);
              }
              return true;
            });
    if (result.isExceptional()) {
      Throwable fault = result.exceptionResult();
      LOG.error("{} cannot handle a parked event", first.group(), Faults.withoutWords(fault));
      parked.failed(first.id(), Faults.reason(fault));
    }
    return !result.isExceptional();
  }

  private DomainEventMessage<?> read(Parked first) {
    DomainEventMessage<?> event = events.readEvents(first.aggregate(), first.sequence()).next();
    return first.replay() ? replayed(event) : event;
  }

  /** What was parked in a replay tells nobody when it is handled. */
  private static <T> DomainEventMessage<T> replayed(DomainEventMessage<T> event) {
    return new GenericTrackedDomainEventMessage<>(
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(0)),
        event);
  }

  @Override
  public boolean drop(UUID id, Map<String, ?> inTheNameOf) {
    return parked.remove(id);
  }
}
