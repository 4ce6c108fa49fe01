package medic.sagas.notifications;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Objects;
import medic.events.calendar.CalendarIdentity;
import medic.events.id.AppointmentId;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The calendar part of a mail: an invitation, its update or its withdrawal. One visit keeps its
 * UID, and SEQUENCE rises with its events, so that a mail client takes them for one entry.
 */
final class CalendarParts {

  private CalendarParts() {}

  /** A visit as its entry shows it. */
  record Entry(
      AppointmentId appointmentId,
      int sequence,
      Instant startsAt,
      Instant endsAt,
      boolean tentative,
      String summary,
      String location,
      String organizer,
      String organizerMail,
      String attendeeMail) {}

  static Letter.CalendarPart of(Template.Calendar kind, Entry entry, Instant now) {
    boolean cancel = kind == Template.Calendar.CANCEL;
    Method method = cancel ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Medic//Booking//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method);
    calendar.add(event(entry, statusOf(cancel, entry), now));
    return new Letter.CalendarPart(Objects.requireNonNull(method.getValue()), calendar.toString());
  }

  private static Status statusOf(boolean cancel, Entry entry) {
    if (cancel) {
      return ImmutableStatus.VEVENT_CANCELLED;
    }
    return entry.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED;
  }

  private static VEvent event(Entry entry, Status status, Instant now) {
    VEvent event = new VEvent(false);
    event.add(new Uid(CalendarIdentity.uid(entry.appointmentId())));
    event.add(new Sequence(entry.sequence()));
    event.add(new DtStamp(now));
    event.add(new DtStart<>(entry.startsAt()));
    event.add(new DtEnd<>(entry.endsAt()));
    event.add(status);
    event.add(new Summary(entry.summary()));
    event.add(new Location(entry.location()));
    Organizer organizer = new Organizer(mailto(entry.organizerMail()));
    organizer.add(new Cn(entry.organizer()));
    event.add(organizer);
    event.add(new Attendee(mailto(entry.attendeeMail())));
    return event;
  }

  private static URI mailto(String address) {
    try {
      return new URI("mailto", address, null);
    } catch (URISyntaxException noAddress) {
      throw DeliveryFailure.lasting("BAD_ADDRESS");
    }
  }
}
