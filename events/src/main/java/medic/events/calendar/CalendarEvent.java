package medic.events.calendar;

import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;

/** What happens to the connection between a doctor and an external calendar of theirs. */
public sealed interface CalendarEvent
    permits CalendarChangeProposed,
        CalendarChangeSettled,
        CalendarConnected,
        CalendarDisconnected,
        CalendarGrantBroken,
        CalendarReadingJudged {

  ConnectionId connectionId();

  DoctorId doctorId();
}
