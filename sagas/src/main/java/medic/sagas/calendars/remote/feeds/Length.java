package medic.sagas.calendars.remote.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an entry lasts: days as the calendar has them, and an exact time after them. */
record Length(long days, Duration exact) {

  private static final Pattern TEXT =
      Pattern.compile(
          "\\+?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?)?");

  private static final Length DAY = new Length(1, Duration.ZERO);
  private static final Length NONE = new Length(0, Duration.ZERO);

  /** Without an end and a length, a date lasts its day and a time no time (RFC 5545, 3.6.1). */
  static Length withoutEnd(Moment start) {
    return start.isDate() ? DAY : NONE;
  }

  /** Many write a day that ends on its own date. */
  static Length between(Moment start, Moment end) throws Unreadable {
    Length length =
        start.isDate() && end.isDate()
            ? new Length(ChronoUnit.DAYS.between(start.date(), end.date()), Duration.ZERO)
            : new Length(0, Duration.between(start.instant(), end.instant()));
    if (length.days < 0 || length.exact.isNegative()) {
      throw Unreadable.endsFirst();
    }
    return length.orDay(start);
  }

  static Length of(String text, Moment start) throws Unreadable {
    Matcher parts = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches() || text.strip().length() < 3) {
      throw Unreadable.length();
    }
    return new Length(
            7 * number(parts, 1) + number(parts, 2),
            Duration.ofHours(number(parts, 3))
                .plusMinutes(number(parts, 4))
                .plusSeconds(number(parts, 5)))
        .orDay(start);
  }

  private Length orDay(Moment start) {
    return start.isDate() && equals(NONE) ? DAY : this;
  }

  private static long number(Matcher parts, int group) {
    String text = parts.group(group);
    return text == null ? 0 : Long.parseLong(text);
  }

  Instant after(Moment start) {
    return start.at(start.local().plusDays(days)).instant().plus(exact);
  }

  /** No less than it can ever take. */
  Duration atMost() {
    return Duration.ofDays(days + 1).plus(exact);
  }
}
