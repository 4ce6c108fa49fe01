package medic.sagas.messages.notices;

import java.time.Clock;
import java.time.Instant;
import medic.events.calendar.CalendarConnected;
import medic.events.calendar.CalendarGrantBroken;
import medic.events.calendar.CalendarReadingJudged;
import medic.events.id.ConnectionId;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.Outbox;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Tells a doctor that their calendar has to be connected again, or is not read as it should be. A
 * replay tells nobody.
 */
@Component
@ProcessingGroup(ContactBook.GROUP)
public class WhenCalendarFailsThenNotify {

  private final Outbox dispatches;
  private final EventStore events;
  private final Clock clock;

  public WhenCalendarFailsThenNotify(Outbox dispatches, EventStore events, Clock clock) {
    this.dispatches = dispatches;
    this.events = events;
    this.clock = clock;
  }

  @EventHandler
  @DisallowReplay
  void on(CalendarGrantBroken broken, @Timestamp Instant at) {
    NoticePolicy.after(broken, calendarOf(broken.connectionId()), at, clock.instant())
        .forEach(dispatches::enqueue);
  }

  @EventHandler
  @DisallowReplay
  void on(CalendarReadingJudged judged, @Timestamp Instant at) {
    NoticePolicy.after(judged, calendarOf(judged.connectionId()), at, clock.instant())
        .forEach(dispatches::enqueue);
  }

  private String calendarOf(ConnectionId id) {
    String calendar = "";
    DomainEventStream stream = events.readEvents(id.toString());
    while (stream.hasNext()) {
      if (stream.next().getPayload() instanceof CalendarConnected connected) {
        calendar = connected.calendar();
      }
    }
    return calendar;
  }
}
