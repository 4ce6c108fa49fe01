package medic.sagas.calendars.remote.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A point in a calendar's time: what a clock shows, and by which rules. A date is the beginning of
 * its day. A time that is skipped counts by the offset before, one that comes twice is the first
 * (RFC 5545, 3.3.5).
 */
record Moment(LocalDateTime local, Form form, ZoneRules rules) {

  /** How a point in time is written. */
  enum Form {
    DATE,
    FLOATING,
    ZONED,
    UTC
  }

  Instant instant() {
    return local.toInstant(rules.getOffset(local));
  }

  boolean isDate() {
    return form == Form.DATE;
  }

  LocalDate date() {
    return local.toLocalDate();
  }

  Moment at(LocalDateTime other) {
    return new Moment(other, form, rules);
  }

  /** What the clocks of {@code other} show at this moment. */
  LocalDateTime asSeenBy(Moment other) {
    return form == Form.FLOATING || form == Form.DATE ? local : localIn(instant(), other.rules);
  }

  /**
   * The date that is meant where a date is: midnight in UTC is how many write a date, any other
   * instant is a midnight of the calendar.
   */
  LocalDate dateAsSeenBy(Moment other) {
    return form == Form.UTC && !local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? localIn(instant(), other.rules).toLocalDate()
        : date();
  }

  static LocalDateTime localIn(Instant instant, ZoneRules rules) {
    ZoneOffset offset = rules.getOffset(instant);
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
  }
}
