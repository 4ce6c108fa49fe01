package medic.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How soon and how far ahead a visit may start. */
final class Limits {

  private final VisitRules rules;
  private final Instant now;
  private final long earliest;

  Limits(VisitRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
    earliest = Millis.atOrAfter(now) + Millis.ofMinutes(rules.minNoticeMinutes());
  }

  /** The first start that gives enough notice. */
  long earliest() {
    return earliest;
  }

  /** The first start too far ahead: where the day after the last bookable local day begins. */
  long horizon(ZoneId zone) {
    Integer days = rules.maxFutureDays();
    if (days == null) {
      return Long.MAX_VALUE;
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    return today.plusDays(days + 1L).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
