package medic.events.calendar;

import java.util.List;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * A doctor's external calendar is connected, for the first time or anew. {@code calendar} is its
 * name at the provider; what gives access to it is never in an event.
 */
@Revision("1")
public record CalendarConnected(
    ConnectionId connectionId,
    DoctorId doctorId,
    CalendarProvider provider,
    String calendar,
    List<String> scopes,
    boolean showPatientNames)
    implements CalendarEvent {}
