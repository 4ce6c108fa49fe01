package medic.availability;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Turns one zone's wall-clock milliseconds into instants over a bounded span, by the rule of {@link
 * java.time.LocalDateTime#atZone}: a gap shifts forward, an overlap takes the earlier offset.
 *
 * <p>Both come to the same thing: the offset before a transition holds until the later of the two
 * wall-clock readings at that transition.
 */
final class WallClock {

  private static final long[] NEVER = {};

  /** Wall-clock readings from which {@code offsets[i + 1]} holds. */
  private final long[] changes;

  private final long[] offsets;

  /** Pairs of wall-clock readings without instants, a day or more apart. */
  private final long[] skipped;

  private WallClock(long[] changes, long[] offsets, long[] skipped) {
    this.changes = changes;
    this.offsets = offsets;
    this.skipped = skipped;
  }

  /** Right for all civil dates that touch the span, and for two days either side. */
  static WallClock over(ZoneRules rules, long from, long to) {
    Instant start = Instant.ofEpochMilli(from - 4 * Millis.DAY);
    Instant end = Instant.ofEpochMilli(to + 4 * Millis.DAY);
    long[] changes = NEVER;
    long[] skipped = NEVER;
    long[] offsets = {rules.getOffset(start).getTotalSeconds() * 1000L};
    ZoneOffsetTransition next = rules.nextTransition(start);
    while (next != null && next.getInstant().isBefore(end)) {
      long before = wallBefore(next);
      long after = wallAfter(next);
      changes = append(changes, Math.max(before, after));
      offsets = append(offsets, next.getOffsetAfter().getTotalSeconds() * 1000L);
      if (after - before >= Millis.DAY) {
        skipped = append(append(skipped, before), after);
      }
      next = rules.nextTransition(next.getInstant());
    }
    return new WallClock(changes, offsets, skipped);
  }

  long instantOf(long wall) {
    return wall - offsets[changesUntil(wall)];
  }

  /** The civil date that a clock on the wall could show at this instant, give or take one. */
  long dayAround(long instant) {
    return Math.floorDiv(instant + offsets[0], Millis.DAY);
  }

  /** Whether the zone never had this civil date, as Apia on 2011-12-30. */
  boolean skips(long epochDay) {
    long midnight = epochDay * Millis.DAY;
    for (int i = 0; i < skipped.length; i += 2) {
      if (skipped[i] <= midnight && midnight + Millis.DAY <= skipped[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private int changesUntil(long wall) {
    if (changes.length == 0 || wall < changes[0]) {
      return 0;
    }
    int found = Arrays.binarySearch(changes, wall);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static long wallBefore(ZoneOffsetTransition transition) {
    return (transition.toEpochSecond() + transition.getOffsetBefore().getTotalSeconds()) * 1000L;
  }

  private static long wallAfter(ZoneOffsetTransition transition) {
    return (transition.toEpochSecond() + transition.getOffsetAfter().getTotalSeconds()) * 1000L;
  }

  private static long[] append(long[] values, long value) {
    long[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }
}
