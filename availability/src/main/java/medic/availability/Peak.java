package medic.availability;

import java.util.Collection;

/** How many of some intervals run at once: what a capacity is measured against. */
public final class Peak {

  private Peak() {}

  /** The highest number of {@code taken} that run at one instant inside {@code during}. */
  public static int of(Collection<Interval> taken, Interval during) {
    Pairs pairs = new Pairs();
    taken.forEach(interval -> pairs.add(interval.from(), interval.to()));
    return pairs.load().cursor(during.from()).peak(during.from(), during.to());
  }
}
