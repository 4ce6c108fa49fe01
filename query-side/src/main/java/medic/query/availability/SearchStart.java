package medic.query.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import medic.availability.Interval;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;

/**
 * From when on slots are looked for at places in several zones: a civil date begins when it does at
 * the slot's location, and what is past means now.
 *
 * @param asked null for now
 */
record SearchStart(@Nullable TimeBound asked, Instant now) {

  /** At a location of this zone. */
  Instant in(ZoneId zone) {
    Instant start = asked == null ? now : asked.startIn(zone);
    return start.isBefore(now) ? now : start;
  }

  /** From the earliest start in any zone to so long after the latest: at least that in each. */
  Interval window(Duration length) {
    return new Interval(
        in(ZoneOffset.MAX).toEpochMilli(), in(ZoneOffset.MIN).plus(length).toEpochMilli());
  }

  boolean isReachedBy(Instant startsAt, ZoneId zone) {
    return !startsAt.isBefore(in(zone));
  }
}
