package medic.sagas.calendars.feeds;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.ExRule;
import net.fortuna.ical4j.model.property.RRule;

/** What an iCalendar text says between two instants, series taken apart into their instances. */
final class FeedEvents {

  private static final int MOST_EVENTS = 20_000;

  /** Each instance of a series has one made of its UID: RFC 7986 wants no more than 255. */
  private static final int LONGEST_UID = 1_000;

  private final ZoneId zone;
  private final Instant from;
  private final Instant to;
  private final List<RemoteEvent> found = new ArrayList<>();
  private long expanded;

  private FeedEvents(ZoneId zone, Instant from, Instant to) {
    this.zone = zone;
    this.from = from;
    this.to = to;
  }

  /**
   * @throws RemoteFailure REJECTED when this is no iCalendar, or has too many entries
   */
  static List<RemoteEvent> of(String text, Instant from, Instant to) {
    try {
      Calendar calendar = FeedContent.parse(text);
      FeedEvents events = new FeedEvents(zoneOf(calendar), from, to);
      events.read(calendar.getComponents(Component.VEVENT));
      return events.found;
    } catch (RemoteFailure told) {
      throw told;
    } catch (IOException | ParserException | RuntimeException unreadable) {
      throw new RemoteFailure(Kind.REJECTED, "the feed is no iCalendar");
    }
  }

  /** The zone for dates and for times without one. */
  private static ZoneId zoneOf(Calendar calendar) {
    try {
      return calendar
          .getProperty("X-WR-TIMEZONE")
          .map(Property::getValue)
          .map(ZoneId::of)
          .orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /** An instance that has an entry of its own is not taken from its series. */
  private void read(List<VEvent> entries) {
    Map<String, Set<Instant>> exceptions = new HashMap<>();
    for (VEvent entry : entries) {
      recurrenceId(entry)
          .ifPresent(at -> exceptions.computeIfAbsent(uid(entry), uid -> new HashSet<>()).add(at));
    }
    for (VEvent entry : entries) {
      verifyFew(found.size());
      Optional<Instant> exception = recurrenceId(entry);
      if (exception.isPresent()) {
        single(entry, uid(entry) + "_" + exception.get());
      } else if (isSeries(entry)) {
        instances(entry, exceptions.getOrDefault(uid(entry), Set.of()));
      } else {
        single(entry, uid(entry));
      }
    }
  }

  private static boolean isSeries(VEvent entry) {
    return entry.getProperty(Property.RRULE).isPresent()
        || entry.getProperty(Property.RDATE).isPresent();
  }

  private void single(VEvent entry, String id) {
    Temporal start = start(entry);
    add(entry, id, null, instant(start), instant(end(entry, start)), isDate(start));
  }

  private void instances(VEvent entry, Set<Instant> exceptions) {
    Temporal start = start(entry);
    Duration length = Duration.between(instant(start), instant(end(entry, start)));
    Period<? extends Temporal> window = window(start, from.minus(length));
    countDates(entry, start, window(start, from.minus(length.multipliedBy(2))));
    Set<? extends Period<? extends Temporal>> periods = entry.calculateRecurrenceSet(window);
    for (Period<? extends Temporal> period : periods) {
      Instant begins = instant(period.getStart());
      if (!exceptions.contains(begins)) {
        add(
            entry,
            uid(entry) + "_" + begins,
            uid(entry),
            begins,
            instant(period.getEnd()),
            isDate(start));
      }
    }
  }

  /** Counts the dates of a series before they are built, up to the most that a feed may have. */
  private void countDates(VEvent entry, Temporal start, Period<? extends Temporal> window) {
    for (RRule<Temporal> rule : entry.<RRule<Temporal>>getProperties(Property.RRULE)) {
      countDates(rule.getRecur(), start, window);
    }
    for (ExRule<Temporal> rule : entry.<ExRule<Temporal>>getProperties(Property.EXRULE)) {
      countDates(rule.getRecur(), start, window);
    }
  }

  private void countDates(Recur<Temporal> rule, Temporal start, Period<? extends Temporal> window) {
    expanded +=
        rule.getDatesAsStream(start, window.getStart(), window.getEnd(), -1)
            .limit(MOST_EVENTS + 1 - expanded)
            .count();
    verifyFew(expanded);
  }

  private static void verifyFew(long entries) {
    if (entries > MOST_EVENTS) {
      throw new RemoteFailure(Kind.REJECTED, "the feed has too many entries");
    }
  }

  /** The window in the kind of time that the series has, else nothing in it would compare. */
  private Period<? extends Temporal> window(Temporal form, Instant since) {
    if (form instanceof LocalDate) {
      return new Period<>(
          LocalDate.ofInstant(since, zone), LocalDate.ofInstant(to, zone).plusDays(1));
    } else if (form instanceof LocalDateTime) {
      return new Period<>(LocalDateTime.ofInstant(since, zone), LocalDateTime.ofInstant(to, zone));
    } else if (form instanceof ZonedDateTime zoned) {
      return new Period<>(since.atZone(zoned.getZone()), to.atZone(zoned.getZone()));
    } else if (form instanceof OffsetDateTime offset) {
      return new Period<>(since.atOffset(offset.getOffset()), to.atOffset(offset.getOffset()));
    }
    return new Period<>(since, to);
  }

  private void add(
      VEvent entry,
      String id,
      @org.jspecify.annotations.Nullable String series,
      Instant starts,
      Instant ends,
      boolean allDay) {
    boolean cancelled = "CANCELLED".equalsIgnoreCase(text(entry, Property.STATUS));
    if (!cancelled && starts.isBefore(to) && ends.isAfter(from)) {
      found.add(new RemoteEvent(id, series, false, starts, ends, allDay, status(entry), null));
    }
  }

  private static BusyStatus status(VEvent entry) {
    if ("TRANSPARENT".equalsIgnoreCase(text(entry, Property.TRANSP))) {
      return BusyStatus.FREE;
    }
    return "TENTATIVE".equalsIgnoreCase(text(entry, Property.STATUS))
        ? BusyStatus.TENTATIVE
        : BusyStatus.BUSY;
  }

  private static String text(VEvent entry, String property) {
    return entry.getProperty(property).map(Property::getValue).orElse("");
  }

  private static String uid(VEvent entry) {
    String uid = text(entry, Property.UID);
    if (uid.isEmpty()) {
      throw new RemoteFailure(Kind.REJECTED, "an entry of the feed has no UID");
    }
    if (uid.length() > LONGEST_UID) {
      throw new RemoteFailure(Kind.REJECTED, "an entry of the feed has too long a UID");
    }
    return uid;
  }

  private Optional<Instant> recurrenceId(VEvent entry) {
    return entry
        .<DateProperty<? extends Temporal>>getProperty(Property.RECURRENCE_ID)
        .map(property -> instant(property.getDate()));
  }

  private static Temporal start(VEvent entry) {
    return entry
        .<DateProperty<? extends Temporal>>getProperty(Property.DTSTART)
        .map(DateProperty::getDate)
        .orElseThrow(() -> new RemoteFailure(Kind.REJECTED, "an entry of the feed has no start"));
  }

  /** Without an end and a length, a date lasts its day and a time no time (RFC 5545, 3.6.1). */
  private static Temporal end(VEvent entry, Temporal start) {
    Optional<Temporal> end =
        entry
            .<DateProperty<? extends Temporal>>getProperty(Property.DTEND)
            .map(DateProperty::getDate);
    return end.orElseGet(
        () ->
            entry
                .<net.fortuna.ical4j.model.property.Duration>getProperty(Property.DURATION)
                .<Temporal>map(length -> start.plus(length.getDuration()))
                .orElseGet(() -> start instanceof LocalDate date ? date.plusDays(1) : start));
  }

  private static boolean isDate(Temporal time) {
    return time instanceof LocalDate;
  }

  private Instant instant(Temporal time) {
    if (time instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant();
    } else if (time instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    return Instant.from(time);
  }
}
