package medic.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds guessing: so many attempts for a name from an address, then none for a while. Kept by each
 * process for itself.
 */
final class FailedAttempts {

  static final int ALLOWED = 10;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 100_000;

  private final Cache<Attempt, AtomicInteger> attempts;

  FailedAttempts(Ticker ticker) {
    this.attempts =
        Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /** Counts an attempt before its password is looked at, so that many at once gain nothing. */
  boolean allows(String username, String address) {
    Attempt attempt = new Attempt(username, address);
    return attempts.get(attempt, first -> new AtomicInteger()).incrementAndGet() <= ALLOWED;
  }

  void forget(String username, String address) {
    attempts.invalidate(new Attempt(username, address));
  }

  private record Attempt(String username, String address) {}
}
