package medic.sagas.messages.composing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import medic.events.calendar.CalendarIdentity;
import medic.events.id.AppointmentId;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.Template;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Conference;
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
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * The calendar part of a mail: an invitation, its update or its withdrawal. One visit keeps its
 * UID, and SEQUENCE rises with its events, so that a mail client takes them for one entry.
 */
final class CalendarParts {

  private CalendarParts() {}

  /**
   * A visit as its entry shows it.
   *
   * @param location where it is, in words; empty where there is nothing to say
   * @param join where one joins it by video
   */
  record Entry(
      AppointmentId appointmentId,
      int sequence,
      Instant startsAt,
      Instant endsAt,
      boolean tentative,
      String summary,
      String location,
      @Nullable URI join,
      String organizer,
      String organizerMail,
      String attendeeMail) {}

  static RenderedMessage.CalendarPart of(Template.Calendar kind, Entry entry, Instant now) {
    boolean cancel = kind == Template.Calendar.CANCEL;
    Method method = cancel ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Medic//Booking//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method);
    calendar.add(event(entry, statusOf(cancel, entry), now));
    return new RenderedMessage.CalendarPart(
        Objects.requireNonNull(method.getValue()), ContentLines.fold(calendar.toString()));
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
    if (!entry.location().isEmpty()) {
      event.add(new Location(entry.location()));
    }
    if (entry.join() != null) {
      event.add(new Url(entry.join()));
      event.add(new Conference(new ParameterList(List.of(Value.URI)), entry.join().toString()));
    }
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
