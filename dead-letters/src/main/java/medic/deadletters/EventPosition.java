package medic.deadletters;

import java.util.OptionalLong;
import medic.events.EventMetaData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands. One of no aggregate has a stream of its own, as in the store.
 *
 * @param position in the whole log; null where it is not known
 * @param replay whether it was read in a replay
 */
record EventPosition(String stream, long sequence, @Nullable Long position, boolean replay) {

  static EventPosition of(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> ofStream
        ? new EventPosition(
            ofStream.getAggregateIdentifier(),
            ofStream.getSequenceNumber(),
            position(event),
            ReplayToken.isReplay(event))
        : new EventPosition(event.getIdentifier(), 0, position(event), ReplayToken.isReplay(event));
  }

  /** The event's own: a late one's token stands further on. */
  private static @Nullable Long position(EventMessage<?> event) {
    if (!(event instanceof TrackedEventMessage<?> tracked)) {
      return null;
    }
    OptionalLong reached = tracked.trackingToken().position();
    Object late = late(event);
    if (late != null) {
      return Long.valueOf(late.toString());
    }
    return reached.isPresent() ? reached.getAsLong() : null;
  }

  /** Nothing where the metadata cannot be read: that may be why the event is parked. */
  private static @Nullable Object late(EventMessage<?> event) {
    try {
      return event.getMetaData().get(EventMetaData.LATE_POSITION);
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
