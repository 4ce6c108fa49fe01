package medic.availability;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weekly hours as milliseconds of wall-clock time after the midnight their day begins with. */
final class WeeklyPlan {

  final Source source;
  final long opens;
  private final long closes;
  private final long[] breaks;

  WeeklyPlan(Source source, WeeklyHours hours) {
    this.source = source;
    opens = Millis.ofDay(hours.opens());
    closes = Millis.ofDay(hours.closes()) + (hours.crossesMidnight() ? Millis.DAY : 0);
    breaks = breaksOf(hours.breaks());
  }

  /** The shift of this civil date; none when the date or all its time is lost to a gap. */
  @Nullable Shift on(long epochDay, WallClock clock) {
    if (clock.skips(epochDay)) {
      return null;
    }
    long midnight = epochDay * Millis.DAY;
    long from = clock.instantOf(midnight + opens);
    long to = clock.instantOf(midnight + closes);
    return to <= from ? null : new Shift(source, from, to, breaksOn(midnight, clock));
  }

  /** A break that begins in a gap may be over before it starts; it takes no time then. */
  private long[] breaksOn(long midnight, WallClock clock) {
    if (breaks.length == 0) {
      return Shift.NO_BREAKS;
    }
    long[] instants = new long[breaks.length];
    int size = 0;
    for (int i = 0; i < breaks.length; i += 2) {
      long from = clock.instantOf(midnight + breaks[i]);
      long to = clock.instantOf(midnight + breaks[i + 1]);
      if (from < to) {
        instants[size++] = from;
        instants[size++] = to;
      }
    }
    return size == breaks.length ? instants : Arrays.copyOf(instants, size);
  }

  private long[] breaksOf(List<Break> all) {
    return all.stream().flatMapToLong(one -> Arrays.stream(placed(one))).toArray();
  }

  private long[] placed(Break one) {
    long start = Millis.ofDay(one.start());
    long length = Math.floorMod(Millis.ofDay(one.end()) - start, Millis.DAY);
    boolean nextDay = closes > Millis.DAY && start + length <= opens;
    long from = nextDay ? start + Millis.DAY : start;
    return new long[] {from, from + length};
  }
}
