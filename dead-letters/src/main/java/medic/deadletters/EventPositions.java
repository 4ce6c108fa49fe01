package medic.deadletters;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single events of the log, as the group that parked them read them. */
@Component
class EventPositions {

  private static final int PATIENCE_SECONDS = 5;

  private final EventStore events;

  EventPositions(EventStore events) {
    this.events = events;
  }

  EventMessage<?> at(EventPosition place) {
    Long position = place.position();
    return position == null
        ? events.readEvents(place.stream(), place.sequence()).next()
        : at(position).withTrackingToken(token(position, place.replay()));
  }

  /** What was parked in a replay tells nobody when it is handled. */
  private static TrackingToken token(long position, boolean replay) {
    TrackingToken at = new GlobalSequenceTrackingToken(position);
    return replay
        ? ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(position + 1), at)
        : at;
  }

  private TrackedEventMessage<?> at(long position) {
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(before(position))) {
      if (stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> found = stream.nextAvailable();
        if (found.trackingToken().position().orElse(-1) == position) {
          return found;
        }
      }
      throw new IllegalStateException("there is no event at " + position);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static @Nullable TrackingToken before(long position) {
    return position <= 0 ? null : GapAwareTrackingToken.newInstance(position - 1, Set.of());
  }
}
