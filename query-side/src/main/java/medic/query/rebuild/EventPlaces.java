package medic.query.rebuild;

import medic.events.EventMetaData;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Where events stand in the log. */
final class EventPlaces {

  private EventPlaces() {}

  /** The event's own position: a late one's token stands further on. */
  static long position(TrackedEventMessage<?> event) {
    try {
      Object late = event.getMetaData().get(EventMetaData.LATE_POSITION);
      if (late != null) {
        return Long.parseLong(late.toString());
      }
    } catch (RuntimeException unreadable) {
      return event.trackingToken().position().orElse(-1);
    }
    return event.trackingToken().position().orElse(-1);
  }
}
