package medic.app.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import medic.http.ApiException;

/**
 * So many requests a minute for each who sends them, in one go or spread out. Kept by each node for
 * itself: it guards the node.
 */
final class RequestLimit {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REMEMBERED = 100_000;

  private final long perMinute;
  private final TimeMeter time;

  /** Whoever has sent nothing for a minute has a full bucket again, as one who is new. */
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(MINUTE).maximumSize(REMEMBERED).build();

  /**
   * @param perMinute how many, or 0 for any number
   */
  RequestLimit(long perMinute, TimeMeter time) {
    this.perMinute = perMinute;
    this.time = time;
  }

  /**
   * Counts a request.
   *
   * @throws ApiException 429 when there were too many
   */
  void count(String sender) {
    count(sender, 1);
  }

  /** Counts a request that is worth several. */
  void count(String sender, long worth) {
    if (perMinute == 0) {
      return;
    }
    ConsumptionProbe probe =
        buckets.get(sender, this::full).tryConsumeAndReturnRemaining(Math.min(worth, perMinute));
    if (!probe.isConsumed()) {
      throw ApiException.tooMany(
          "TOO_MANY_REQUESTS",
          "Too many requests: wait a while.",
          wholeSeconds(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket full(String newSender) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(time)
        .build();
  }

  private static Duration wholeSeconds(long nanos) {
    return Duration.ofSeconds(1 + nanos / Duration.ofSeconds(1).toNanos());
  }
}
