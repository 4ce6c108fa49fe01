package medic.sagas.requests;

import java.time.Duration;
import java.time.Instant;

/**
 * By when a request is to be answered: so long after it was made, and before the time that it is
 * about.
 */
public record TimeToAnswer(Duration length) {

  /** Where the time was over before we learnt of a request, as in an old log, it still has this. */
  static final Duration GRACE = Duration.ofDays(1);

  /** What is read late may have been answered since: first the rest of the log is read. */
  static final Duration READING = Duration.ofMinutes(1);

  public TimeToAnswer {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("a request needs time to be answered: " + length);
    }
  }

  /**
   * @param made when it was asked for
   * @param seen now
   * @param begins when the earliest time that it is about begins
   */
  Instant endsAt(Instant made, Instant seen, Instant begins) {
    Instant usual = made.plus(length);
    Instant due = usual.isAfter(seen) ? usual : seen.plus(shorter(length, GRACE));
    Instant latest = due.isBefore(begins) ? due : begins;
    return latest.isAfter(seen) ? latest : seen.plus(shorter(length, READING));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
