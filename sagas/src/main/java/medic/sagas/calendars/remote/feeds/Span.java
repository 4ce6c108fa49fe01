package medic.sagas.calendars.remote.feeds;

import java.time.Instant;

/** A stretch of time as a feed writes it: RDATE and FREEBUSY have several in a line. */
record Span(Moment start, Instant end) {

  /** A period: start and end, or start and length. */
  static Span of(Line line, String period, CalendarTime times) throws Unreadable {
    int slash = period.indexOf('/');
    Moment start = times.read(line, period.substring(0, slash));
    String rest = period.substring(slash + 1).strip();
    Length length =
        CalendarTime.isTime(rest)
            ? Length.between(start, times.read(line, rest))
            : Length.of(rest, start);
    return new Span(start, length.after(start));
  }

  Instant begins() {
    return start.instant();
  }
}
