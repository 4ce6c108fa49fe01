package medic.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Verifies a token once and remembers it for a while, at most until it expires. */
final class CachingJwtDecoder implements JwtDecoder {

  private static final int REMEMBERED_TOKENS = 10_000;

  private final JwtDecoder verifier;
  private final Cache<String, Jwt> verified;

  CachingJwtDecoder(JwtDecoder verifier, Clock clock, Duration longest) {
    this.verifier = verifier;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED_TOKENS)
            .expireAfter(
                Expiry.creating((String token, Jwt jwt) -> lifetime(jwt, clock.instant(), longest)))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt known = verified.getIfPresent(token);
    if (known != null) {
      return known;
    }
    Jwt jwt = verifier.decode(token);
    verified.put(token, jwt);
    return jwt;
  }

  private static Duration lifetime(Jwt jwt, Instant now, Duration longest) {
    Instant end = jwt.getExpiresAt();
    if (end == null || end.isBefore(now)) {
      return Duration.ZERO;
    }
    Duration rest = Duration.between(now, end);
    return rest.compareTo(longest) < 0 ? rest : longest;
  }
}
