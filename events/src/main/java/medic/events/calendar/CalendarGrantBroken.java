package medic.events.calendar;

import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * The provider no longer lets us in, for a reason in its own words ({@code invalid_grant}); the
 * doctor has to connect the calendar again. What was to be written waits.
 */
@Revision("1")
public record CalendarGrantBroken(ConnectionId connectionId, DoctorId doctorId, String reason)
    implements CalendarEvent {}
