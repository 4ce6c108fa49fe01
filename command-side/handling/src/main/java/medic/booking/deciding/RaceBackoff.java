package medic.booking.deciding;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * How often, and after which pause, a lost race is decided again. Pauses are random, from 1 ms up
 * to a bound that doubles from 2 ms to 128 ms.
 */
public final class RaceBackoff {

  private static final int MAX_MS = 128;

  private final int attempts;
  private final RandomGenerator random;

  public RaceBackoff(int attempts, RandomGenerator random) {
    this.attempts = attempts;
    this.random = random;
  }

  boolean allows(int attempt) {
    return attempt <= attempts;
  }

  void pauseBefore(int attempt) {
    int bound = Math.min(MAX_MS, 1 << Math.min(attempt, 7));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(bound)));
  }
}
