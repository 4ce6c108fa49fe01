package medic.sagas.calendars.remote.feeds;

import java.util.regex.Pattern;

/** Why a part of a feed cannot be read. Its sentence quotes names of zones and nothing else. */
final class Unreadable extends Exception {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} /_+:.,&()-]{1,80}");

  private static final String EXCEPTION = "EXCEPTION_UNREADABLE";

  private final String code;

  private Unreadable(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  static Unreadable noStart() {
    return new Unreadable("NO_START", "it has no start");
  }

  static Unreadable line() {
    return new Unreadable("LINE_UNREADABLE", "one of its lines that say when it is is no line");
  }

  static Unreadable time() {
    return new Unreadable("TIME_UNREADABLE", "one of its times is not a time");
  }

  static Unreadable length() {
    return new Unreadable("LENGTH_UNREADABLE", "its length is not a length");
  }

  static Unreadable endsFirst() {
    return new Unreadable("ENDS_BEFORE_START", "it ends before it starts");
  }

  static Unreadable rule() {
    return new Unreadable("RULE_UNREADABLE", "its recurrence rule cannot be read");
  }

  static Unreadable tooMany() {
    return new Unreadable("SERIES_TOO_LONG", "its series has more dates than a calendar holds");
  }

  static Unreadable exception() {
    return new Unreadable(EXCEPTION, "an exception of its series cannot be read: that date stays");
  }

  /** Whether it is a date taken out of a series that cannot be read, and nothing else. */
  boolean isException() {
    return code.equals(EXCEPTION);
  }

  static Unreadable zoneDefinition() {
    return new Unreadable("ZONE_UNREADABLE", "its time zone is defined in a way we cannot read");
  }

  static Unreadable zone(String name) {
    return new Unreadable(
        "ZONE_UNKNOWN",
        NAME.matcher(name).matches()
            ? "its time zone \"" + name + "\" is neither known nor defined in the feed"
            : "its time zone is neither known nor defined in the feed");
  }
}
