package medic.query.rebuild;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The log of events, as far as rebuilds ask for it. */
@Component
class Log {

  private final EventStore events;

  Log(EventStore events) {
    this.events = events;
  }

  PastReader fromTheFirst() {
    return new PastReader(events);
  }

  /** The last position there is; -1 for none. */
  long head() {
    TrackingToken head = events.createHeadToken();
    return head == null ? -1 : head.position().orElse(-1);
  }
}
