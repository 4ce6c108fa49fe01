package medic.events.calendar;

import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** An external calendar is neither read nor written any more. */
@Revision("1")
public record CalendarDisconnected(ConnectionId connectionId, DoctorId doctorId)
    implements CalendarEvent {}
