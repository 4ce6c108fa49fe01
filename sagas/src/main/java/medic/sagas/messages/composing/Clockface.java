package medic.sagas.messages.composing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as one person reads them. */
record Clockface(ZoneId zone, Locale language) {

  String date(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(language)
        .format(at.atZone(zone));
  }

  String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(language)
        .format(at.atZone(zone));
  }

  String both(Instant at) {
    return date(at) + ", " + time(at);
  }

  /** Does another clock show the same then? */
  boolean agreesWith(ZoneId other, Instant at) {
    return other.getRules().getOffset(at).equals(zone.getRules().getOffset(at));
  }
}
