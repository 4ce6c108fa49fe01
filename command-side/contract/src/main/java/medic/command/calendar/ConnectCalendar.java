package medic.command.calendar;

import java.util.List;
import medic.events.calendar.CalendarProvider;
import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Connects a doctor's external calendar, or connects it anew. */
public record ConnectCalendar(
    @TargetAggregateIdentifier ConnectionId connectionId,
    DoctorId doctorId,
    CalendarProvider provider,
    String calendar,
    List<String> scopes,
    boolean showPatientNames) {}
