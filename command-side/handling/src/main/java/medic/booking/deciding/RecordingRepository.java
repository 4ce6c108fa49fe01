package medic.booking.deciding;

import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Loads from a cache that may be behind another node, so it notes which version was decided on. */
final class RecordingRepository<T> extends CachingEventSourcingRepository<T> {

  RecordingRepository(EventSourcingRepository.Builder<T> builder) {
    super(builder);
  }

  @Override
  protected EventSourcedAggregate<T> doLoadWithLock(String aggregateIdentifier, Long expected) {
    EventSourcedAggregate<T> aggregate = super.doLoadWithLock(aggregateIdentifier, expected);
    DecisionBasis.note(CurrentUnitOfWork.get(), aggregate);
    return aggregate;
  }
}
