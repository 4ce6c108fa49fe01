package medic.sagas.calendars.remote.google;

import com.google.api.client.util.Data;
import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventAttendee;
import com.google.api.services.calendar.model.EventDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.CopyContent;
import medic.sagas.calendars.remote.RemoteEvent;

/** What Google's events mean, and how ours are written as such. */
final class GoogleEvents {

  static final String APPOINTMENT = "medicAppointment";
  static final String REVISION = "medicRevision";

  /** Kinds of entry that say where somebody is or what day it is, and take no time. */
  private static final Set<String> NO_TIME = Set.of("workingLocation", "birthday");

  private GoogleEvents() {}

  static RemoteEvent read(Event event, ZoneId zone) {
    if ("cancelled".equals(event.getStatus())
        || event.getStart() == null
        || event.getEnd() == null) {
      return RemoteEvent.cancelled(event.getId(), event.getEtag());
    }
    return new RemoteEvent(
        event.getId(),
        event.getRecurringEventId(),
        false,
        at(event.getStart(), zone),
        at(event.getEnd(), zone),
        event.getStart().getDate() != null,
        status(event),
        event.getEtag());
  }

  /** A civil date begins when its day does in the calendar's zone. */
  private static Instant at(EventDateTime time, ZoneId zone) {
    return time.getDate() != null
        ? LocalDate.parse(time.getDate().toStringRfc3339()).atStartOfDay(zone).toInstant()
        : Instant.ofEpochMilli(time.getDateTime().getValue());
  }

  private static BusyStatus status(Event event) {
    if ("transparent".equals(event.getTransparency())
        || event.getEventType() != null && NO_TIME.contains(event.getEventType())
        || isDeclined(event)) {
      return BusyStatus.FREE;
    }
    return "tentative".equals(event.getStatus()) ? BusyStatus.TENTATIVE : BusyStatus.BUSY;
  }

  private static boolean isDeclined(Event event) {
    return event.getAttendees() != null
        && event.getAttendees().stream()
            .filter(attendee -> Boolean.TRUE.equals(attendee.getSelf()))
            .map(EventAttendee::getResponseStatus)
            .anyMatch("declined"::equals);
  }

  /** A new event, with the id that we chose. */
  static Event written(CopyContent copy) {
    return said(copy).setId(copy.id()).setStart(at(copy.startsAt())).setEnd(at(copy.endsAt()));
  }

  /** What makes an event say this again; a date goes, where somebody made it last all day. */
  static Event rewritten(CopyContent copy) {
    DateTime none = Data.nullOf(DateTime.class);
    return said(copy)
        .setStart(at(copy.startsAt()).setDate(none))
        .setEnd(at(copy.endsAt()).setDate(none));
  }

  private static Event said(CopyContent copy) {
    return new Event()
        .setStatus("confirmed")
        .setSummary(copy.title())
        .setExtendedProperties(
            new Event.ExtendedProperties()
                .setPrivate(
                    Map.of(
                        APPOINTMENT,
                        copy.appointmentId().toString(),
                        REVISION,
                        Long.toString(copy.revision()))));
  }

  private static EventDateTime at(Instant instant) {
    return new EventDateTime().setDateTime(new DateTime(instant.toEpochMilli(), 0));
  }
}
