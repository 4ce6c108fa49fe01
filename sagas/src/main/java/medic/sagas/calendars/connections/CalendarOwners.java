package medic.sagas.calendars.connections;

import medic.events.doctor.DoctorRegistered;
import medic.events.id.DoctorId;
import medic.sagas.calendars.remote.CalendarOwner;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Whose calendars are read, by their own first event. */
@Component
public class CalendarOwners {

  private final EventStore events;

  CalendarOwners(EventStore events) {
    this.events = events;
  }

  /**
   * @throws IllegalStateException for one who was never registered, and so has no calendar
   */
  public CalendarOwner of(DoctorId doctor) {
    DomainEventStream stream = events.readEvents(doctor.toString(), 0);
    while (stream.hasNext()) {
      if (stream.next().getPayload() instanceof DoctorRegistered registered) {
        return new CalendarOwner(registered.timezone(), registered.email());
      }
    }
    throw new IllegalStateException("a calendar belongs to nobody");
  }
}
