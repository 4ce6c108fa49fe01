package medic.sagas.calendars.remote.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import medic.events.doctor.BusyStatus;
import medic.sagas.calendars.remote.RemoteFailure;

/**
 * What an iCalendar text says between two instants. It is read entry by entry: one that cannot be
 * read is told, and costs no other.
 */
final class FeedEvents {

  /** No reading of a feed takes longer, so that a request may wait for one. */
  private static final Duration MAX_TIME = Duration.ofSeconds(10);

  /**
   * Who reads it, and what of it.
   *
   * @param zone where it names none
   * @param names where the owner's own address may stand
   */
  record Wanted(ZoneId zone, List<String> names, Instant from, Instant to) {}

  private final Wanted wanted;
  private final Effort effort;
  private final Found found;
  private final Map<String, Occurrences> byUid = new LinkedHashMap<>();

  private FeedEvents(Wanted wanted, LongSupplier nanos) {
    this.wanted = wanted;
    this.effort = Effort.within(MAX_TIME, nanos);
    this.found = new Found(wanted.from(), wanted.to(), effort);
  }

  /**
   * @throws RemoteFailure REJECTED when this is no iCalendar, or asks for too much
   */
  static FeedReading of(String text, Wanted wanted) {
    return of(text, wanted, System::nanoTime);
  }

  static FeedReading of(String text, Wanted wanted, LongSupplier nanos) {
    return new FeedEvents(wanted, nanos).read(text);
  }

  private FeedReading read(String text) {
    for (Part calendar : FeedText.calendars(text, effort)) {
      gather(calendar);
    }
    for (Occurrences entries : byUid.values()) {
      effort.begin();
      entries.addTo(found);
    }
    return found.all();
  }

  private void gather(Part calendar) {
    CalendarTime times = new CalendarTime(new FeedZones(calendar, wanted.zone(), effort));
    List<String> names = new ArrayList<>(wanted.names());
    calendar.text("X-WR-CALNAME").ifPresent(names::add);
    BusyReading availability = new BusyReading(names);
    boolean allCancelled = calendar.word("METHOD").equals("CANCEL");
    for (Part part : calendar.parts("VEVENT")) {
      boolean cancelled = allCancelled || BusyReading.isCancelled(part);
      String uid = part.text("UID").filter(text -> !text.isEmpty()).orElse("");
      String id = uid.isEmpty() ? nameless(part) : Found.id(uid);
      byUid
          .computeIfAbsent(id, key -> new Occurrences(wanted.from(), wanted.to(), effort))
          .add(new FeedEntry(part, times, id, availability.of(part), cancelled));
    }
    calendar.parts("VFREEBUSY").forEach(part -> freeBusy(part, times));
  }

  /** An entry without a UID is known by when it is. */
  private static String nameless(Part part) {
    return Found.id(
        "no-uid_"
            + part.text("DTSTART").orElse("")
            + "_"
            + part.text("DTEND").orElse("")
            + part.text("DURATION").orElse("")
            + part.text("RRULE").orElse(""));
  }

  private void freeBusy(Part part, CalendarTime times) {
    String id = "freebusy_" + Found.id(part.text("UID").orElse(""));
    if (part.isBroken()) {
      found.unsure(id);
      found.skip(part, Unreadable.line());
    }
    for (Line line : part.all("FREEBUSY")) {
      BusyStatus status = BusyReading.ofKind(line.parameter("FBTYPE"));
      for (String period : line.value().split(",")) {
        try {
          effort.step(1);
          Span span = Span.of(line, period, times);
          found.add(id + "_" + span.begins(), id, span.start(), span.end(), status);
        } catch (Unreadable odd) {
          found.unsure(id);
          found.skip(part, odd);
        }
      }
    }
  }
}
