package medic.query.processing;

import medic.events.EventMetaData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** Where in the log an event stands. */
public final class EventPositions {

  private EventPositions() {}

  /** The event's own position: a late one's token stands further on. */
  public static long of(EventMessage<?> message, TrackingToken token) {
    Object late = message.getMetaData().get(EventMetaData.LATE_POSITION);
    return late == null ? token.position().orElseThrow() : Long.parseLong(late.toString());
  }
}
