package medic.app.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.sql.DataSource;
import medic.http.ApiException;
import medic.personal.KeyedHashes;

/**
 * How often something may be tried, counted for all processes in the database. Without the database
 * nothing is let through: nobody could sign in then anyway.
 */
final class AttemptLimits {

  private static final int CLEANED_AT_ONCE = 1_000;

  /** What is counted; what is used up comes back evenly within the window. */
  enum Limit {
    /** Wrong passwords for a name from one address. */
    ACCOUNT_FROM_ADDRESS(10, Duration.ofMinutes(15)),
    /** Wrong passwords from one address, whatever the names. */
    ADDRESS(60, Duration.ofMinutes(15)),
    /** And from its surroundings, of which one attacker may have all. */
    NETWORK(300, Duration.ofMinutes(15)),
    /** Wrong passwords for a name from addresses that it was never signed in to from. */
    ACCOUNT(50, Duration.ofMinutes(15)),
    /** Times that a login is signed in to. */
    SIGN_INS(120, Duration.ofHours(1)),
    /** One-time links for one person. */
    LINKS(10, Duration.ofDays(1)),
    /** Requests for a new password from one address. */
    RESETS_FROM_ADDRESS(30, Duration.ofHours(1));

    private final int most;
    private final Duration window;
    private final BucketConfiguration configuration;

    Limit(int most, Duration window) {
      this.most = most;
      this.window = window;
      this.configuration =
          BucketConfiguration.builder()
              .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, window).build())
              .build();
    }

    int most() {
      return most;
    }

    Duration window() {
      return window;
    }
  }

  private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;
  private final KeyedHashes hashes;

  AttemptLimits(DataSource dataSource, KeyedHashes hashes) {
    this.hashes = hashes;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .table("work.attempt_limit")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
  }

  /**
   * Counts an attempt before it is made, so that many at once gain nothing.
   *
   * @throws ApiException 429, with when to try again
   */
  void count(Limit limit, String of) {
    ConsumptionProbe probe = bucket(limit, of).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
      throw ApiException.tooMany("TOO_MANY_ATTEMPTS", "Too many attempts: wait a while.", wait);
    }
  }

  /** Gives back what was counted, for it was no wrong attempt. */
  void giveBack(Limit limit, String of, int attempts) {
    bucket(limit, of).addTokens(attempts);
  }

  /** Forgets what has filled up again. */
  void clean() {
    int cleaned = CLEANED_AT_ONCE;
    while (cleaned == CLEANED_AT_ONCE) {
      cleaned = buckets.removeExpired(CLEANED_AT_ONCE);
    }
  }

  private BucketProxy bucket(Limit limit, String of) {
    byte[] hash = hashes.of("attempts/" + limit, of);
    return buckets.builder().build(ByteBuffer.wrap(hash).getLong(), limit.configuration);
  }
}
