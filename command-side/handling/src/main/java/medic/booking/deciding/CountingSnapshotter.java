package medic.booking.deciding;

import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;

/**
 * Takes snapshots of aggregates that their own repository's factory made, so that both know the
 * same parameters of handlers, and counts what becomes of them: what fails in the background is a
 * line in a log only.
 */
final class CountingSnapshotter extends AggregateSnapshotter {

  private final SnapshotCounts counts;

  CountingSnapshotter(Builder builder, SnapshotCounts counts) {
    super(builder);
    this.counts = counts;
  }

  void takeOf(EventSourcingRepository<?> repository) {
    registerAggregateFactory(repository.getAggregateFactory());
  }

  @Override
  protected Runnable createSnapshotterTask(Class<?> type, String id) {
    Runnable task = super.createSnapshotterTask(type, id);
    return () -> {
      boolean taken = false;
      try {
        task.run();
        taken = true;
      } finally {
        if (taken) {
          counts.noteTaken();
        } else {
          counts.noteFailed();
        }
      }
    };
  }
}
