package medic.events.calendar;

import medic.events.id.ConnectionId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/**
 * A calendar is read better or worse than before, and so does its doctor's time. Said when its
 * state is another, or more entries are skipped than were.
 *
 * @param skipped how many entries, or parts of one, cannot be read
 */
@Revision("1")
public record CalendarReadingJudged(
    ConnectionId connectionId, DoctorId doctorId, ReadingState state, int skipped)
    implements CalendarEvent {}
