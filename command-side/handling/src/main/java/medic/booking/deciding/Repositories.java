package medic.booking.deciding;

import java.util.concurrent.Executor;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;

/**
 * Makes the aggregates' repositories, each with the cache and snapshots that suit its streams. What
 * takes the snapshots is made here too, and has no factories of its own.
 */
public final class Repositories {

  /** Snapshots cost more than they save when they are taken more often: see the ADR. */
  private static final int EVENTS_PER_SNAPSHOT = 300;

  private final EventStore eventStore;
  private final Cache cache;
  private final CountingSnapshotter snapshotter;
  private final ParameterResolverFactory parameters;
  private final HandlerDefinition handlers;

  Repositories(
      EventStore eventStore,
      Cache cache,
      Executor snapshotExecutor,
      SnapshotCounts counts,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers) {
    this.eventStore = eventStore;
    this.cache = cache;
    this.parameters = parameters;
    this.handlers = handlers;
    this.snapshotter =
        new CountingSnapshotter(
            AggregateSnapshotter.builder()
                .eventStore(eventStore)
                .executor(snapshotExecutor)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers),
            counts);
  }

  Snapshotter snapshotter() {
    return snapshotter;
  }

  /** For long streams that many commands share: cached, with snapshots. */
  public <T> Repository<T> ofBusyCalendars(Class<T> type) {
    RecordingRepository<T> repository =
        cached(type, new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT));
    snapshotter.takeOf(repository);
    return repository;
  }

  /** For short streams that several commands in a row may touch: cached only. */
  public <T> Repository<T> ofShortCalendars(Class<T> type) {
    return cached(type, NoSnapshotTriggerDefinition.INSTANCE);
  }

  /** For streams of a handful of events: read each time. */
  public <T> Repository<T> ofBriefLives(Class<T> type) {
    return builder(type).build();
  }

  private <T> RecordingRepository<T> cached(Class<T> type, SnapshotTriggerDefinition snapshots) {
    return new RecordingRepository<>(
        builder(type).cache(cache).snapshotTriggerDefinition(snapshots));
  }

  private <T> EventSourcingRepository.Builder<T> builder(Class<T> type) {
    return EventSourcingRepository.builder(type)
        .eventStore(eventStore)
        .lockFactory(PessimisticLockFactory.usingDefaults())
        .parameterResolverFactory(parameters)
        .handlerDefinition(handlers);
  }
}
