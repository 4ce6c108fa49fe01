package medic.sagas.calendars.connections;

import java.time.ZoneId;
import medic.events.doctor.DoctorRegistered;
import medic.events.id.DoctorId;
import medic.sagas.calendars.remote.CalendarOwner;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose calendars are read: as the contact book knows them, or by their own first event where it
 * does not yet.
 */
@Component
public class CalendarOwners {

  private final EventStore events;
  private final JdbcTemplate jdbc;

  CalendarOwners(EventStore events, JdbcTemplate jdbc) {
    this.events = events;
    this.jdbc = jdbc;
  }

  /**
   * @throws IllegalStateException for one who was never registered, and so has no calendar
   */
  public CalendarOwner of(DoctorId doctor) {
    return jdbc
        .query(
            "select zone, email from work.contact_doctor where doctor_id = ?",
            (row, number) ->
                new CalendarOwner(ZoneId.of(row.getString("zone")), row.getString("email")),
            doctor.value())
        .stream()
        .findFirst()
        .orElseGet(() -> asRegistered(doctor));
  }

  private CalendarOwner asRegistered(DoctorId doctor) {
    DomainEventStream stream = events.readEvents(doctor.toString(), 0);
    while (stream.hasNext()) {
      if (stream.next().getPayload() instanceof DoctorRegistered registered) {
        return new CalendarOwner(registered.timezone(), registered.email());
      }
    }
    throw new IllegalStateException("a calendar belongs to nobody");
  }
}
