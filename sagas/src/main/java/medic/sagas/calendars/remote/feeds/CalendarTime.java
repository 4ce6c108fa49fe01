package medic.sagas.calendars.remote.feeds;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times of one calendar: DATE and DATE-TIME, with and without a zone. */
final class CalendarTime {

  /** The form of RFC 5545, or with the dashes and colons of ISO 8601. */
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)"
              + "(?:[T ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:\\.\\d{1,9})?)?"
              + "(Z|[+-]\\d\\d:?\\d\\d)?)?",
          Pattern.CASE_INSENSITIVE);

  private final FeedZones zones;

  CalendarTime(FeedZones zones) {
    this.zones = zones;
  }

  static boolean isTime(String text) {
    return TIME.matcher(text.strip()).matches();
  }

  Moment read(Line line) throws Unreadable {
    return read(line, line.value());
  }

  /** One of the values of a line, which may have several. */
  Moment read(Line line, String value) throws Unreadable {
    Moment moment = unzoned(value, line.says("VALUE", "DATE"), zones.ofCalendar());
    String zone = line.parameter("TZID");
    return moment.form() == Moment.Form.FLOATING && zone != null && !zone.isEmpty()
        ? new Moment(moment.local(), Moment.Form.ZONED, zones.named(zone))
        : moment;
  }

  /**
   * @param rules for a date, and for a time without an offset of its own
   */
  static Moment unzoned(String text, boolean date, ZoneRules rules) throws Unreadable {
    Matcher parts = TIME.matcher(text.strip());
    if (!parts.matches()) {
      throw Unreadable.time();
    }
    try {
      return moment(parts, date, rules);
    } catch (DateTimeException impossible) {
      throw Unreadable.time();
    }
  }

  private static Moment moment(Matcher parts, boolean date, ZoneRules rules) {
    LocalDateTime day =
        LocalDateTime.of(number(parts, 1), number(parts, 2), number(parts, 3), 0, 0);
    if (date || parts.group(4) == null) {
      return new Moment(day, Moment.Form.DATE, rules);
    }
    LocalDateTime local =
        day.plusHours(within(parts, 4, 24))
            .plusMinutes(within(parts, 5, 59))
            .plusSeconds(within(parts, 6, 60));
    String offset = parts.group(7);
    if (offset == null) {
      return new Moment(local, Moment.Form.FLOATING, rules);
    }
    return offset.equalsIgnoreCase("Z")
        ? new Moment(local, Moment.Form.UTC, ZoneOffset.UTC.getRules())
        : new Moment(local, Moment.Form.ZONED, ZoneOffset.of(offset).getRules());
  }

  private static int number(Matcher parts, int group) {
    String text = parts.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static int within(Matcher parts, int group, int most) {
    int number = number(parts, group);
    if (number > most) {
      throw new DateTimeException("beyond " + most);
    }
    return number;
  }
}
