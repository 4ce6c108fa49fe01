package medic.app.axon;

import java.util.Optional;
import medic.booking.deciding.SnapshotCounts;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Reads the whole stream where a snapshot cannot be read, as Axon does, and counts that. */
final class CountingEventStore extends EmbeddedEventStore {

  private final SnapshotCounts snapshots;

  CountingEventStore(Builder builder, SnapshotCounts snapshots) {
    super(builder);
    this.snapshots = snapshots;
  }

  @Override
  protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String id, Throwable why) {
    snapshots.noteUnreadable();
    return super.handleSnapshotReadingError(id, why);
  }
}
