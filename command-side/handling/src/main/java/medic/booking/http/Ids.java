package medic.booking.http;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import medic.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Ids of what a request creates: the one the client chose, else one that follows from its
 * idempotency key, so that the request sent again names the same thing, else a new one (RFC 9562,
 * version 7).
 *
 * <p>A request whose id follows from its key is marked, for its refusal speaks of the key.
 */
@Component
class Ids {

  private static final String FROM_KEY = Ids.class.getName() + ".fromKey";

  private final Clock clock;
  private final RandomGenerator random;
  private final RequestKeys keys;

  Ids(Clock clock, RandomGenerator random, RequestKeys keys) {
    this.clock = clock;
    this.random = random;
    this.keys = keys;
  }

  <T> T of(@Nullable T chosen, @Nullable String key, Caller caller, Function<UUID, T> type) {
    if (chosen != null) {
      return chosen;
    }
    return type.apply(key == null ? fresh() : fromKey(key, caller));
  }

  /** One that nothing else has. */
  <T> T fresh(Function<UUID, T> type) {
    return type.apply(fresh());
  }

  private UUID fromKey(String key, Caller caller) {
    RequestContextHolder.currentRequestAttributes().setAttribute(FROM_KEY, true, SCOPE_REQUEST);
    return keys.id(key, caller);
  }

  /** Does the id of what this request creates follow from its key? */
  static boolean isFromKey(RequestAttributes request) {
    return request.getAttribute(FROM_KEY, SCOPE_REQUEST) != null;
  }

  private UUID fresh() {
    long time = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(time, variant(random.nextLong()));
  }

  static long variant(long bits) {
    return bits & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
  }
}
