package medic.sagas.calendars.remote.feeds;

import java.time.Instant;
import java.util.Comparator;
import medic.events.doctor.BusyStatus;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a calendar.
 *
 * @param id its UID, or what stands for one
 * @param cancelled whether it takes no time any more, whatever else it says
 */
record FeedEntry(Part part, CalendarTime times, String id, BusyStatus status, boolean cancelled) {

  private static final int MAX_DIGITS = 9;

  /** The last by revision; what comes later in the text is no newer for that. */
  static final Comparator<FeedEntry> BY_REVISION =
      Comparator.comparingInt(FeedEntry::sequence).thenComparing(FeedEntry::stamp);

  Moment start() throws Unreadable {
    Line start = part.first("DTSTART");
    if (start == null) {
      throw Unreadable.noStart();
    }
    return times.read(start);
  }

  Length length(Moment start) throws Unreadable {
    Line end = part.first("DTEND");
    Line length = part.first("DURATION");
    if (end != null) {
      return Length.between(start, times.read(end));
    }
    return length == null ? Length.withoutEnd(start) : Length.of(length.value(), start);
  }

  boolean isSeries() {
    return part.has("RRULE") || part.has("RDATE");
  }

  boolean isException() {
    return part.has("RECURRENCE-ID");
  }

  /** Whether it stands for all that would come after it, too. */
  boolean isForAllThatFollow() {
    Line of = part.first("RECURRENCE-ID");
    return of != null && of.says("RANGE", "THISANDFUTURE");
  }

  Moment recurrence() throws Unreadable {
    Line of = part.first("RECURRENCE-ID");
    if (of == null) {
      throw Unreadable.exception();
    }
    return times.read(of);
  }

  private int sequence() {
    String text = part.text("SEQUENCE").orElse("");
    return text.matches("\\d{1," + MAX_DIGITS + "}") ? Integer.parseInt(text) : 0;
  }

  private Instant stamp() {
    Instant stamp = instant("DTSTAMP");
    Instant modified = instant("LAST-MODIFIED");
    return stamp != null ? stamp : modified != null ? modified : Instant.MIN;
  }

  private @Nullable Instant instant(String property) {
    try {
      Line line = part.first(property);
      return line == null ? null : times.read(line).instant();
    } catch (Unreadable odd) {
      return null;
    }
  }
}
