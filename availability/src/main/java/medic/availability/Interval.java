package medic.availability;

import java.time.Instant;

/** Half-open [from, to) in epoch milliseconds UTC; empty ones are refused. */
public record Interval(long from, long to) {

  public Interval {
    if (from >= to) {
      throw new IllegalArgumentException(
          "An interval must end after it starts: " + from + ", " + to);
    }
  }

  /** Widened outwards to whole milliseconds. */
  public static Interval of(Instant from, Instant to) {
    return new Interval(from.toEpochMilli(), Millis.atOrAfter(to));
  }

  public boolean overlaps(Interval other) {
    return from < other.to && other.from < to;
  }

  public boolean contains(Interval other) {
    return from <= other.from && other.to <= to;
  }

  public boolean contains(long instant) {
    return from <= instant && instant < to;
  }

  public Instant startsAt() {
    return Instant.ofEpochMilli(from);
  }

  public Instant endsAt() {
    return Instant.ofEpochMilli(to);
  }
}
