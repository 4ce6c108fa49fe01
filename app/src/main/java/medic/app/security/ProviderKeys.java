package medic.app.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An issuer's keys. They are asked for when a token names one that is not known, and again when
 * they have grown old, so that a new key is found and an old one goes. While the issuer is away the
 * known ones serve; a token of another key can then not be judged, which is not the same as false.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

  /** After this a key that the issuer no longer publishes is no longer taken. */
  static final Duration FRESH = Duration.ofSeconds(30);

  /** Between two questions: tokens with made-up keys shall not become calls at the issuer. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

  /** Where keys come from. */
  interface Source {
    JWKSet keys() throws RemoteKeySourceException;
  }

  private record Known(
      JWKSet keys, Instant askedAt, Instant loadedAt, @Nullable RemoteKeySourceException failure) {}

  private final Source source;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known = new Known(new JWKSet(), Instant.EPOCH, Instant.EPOCH, null);

  ProviderKeys(Source source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    refreshWhenOld();
    List<JWK> found = wanted.select(known.keys());
    return found.isEmpty() ? wanted.select(askedFor()) : found;
  }

  /** One request does it; the others go on with what is known. */
  private void refreshWhenOld() {
    Instant now = clock.instant();
    boolean isOld = now.isAfter(known.loadedAt().plus(FRESH));
    if (isOld && mayAsk(now) && !known.keys().isEmpty() && asking.tryLock()) {
      try {
        known = asked(now);
      } finally {
        asking.unlock();
      }
    }
  }

  private JWKSet askedFor() throws KeySourceException {
    asking.lock();
    try {
      Instant now = clock.instant();
      if (mayAsk(now)) {
        known = asked(now);
      }
      if (known.failure() != null) {
        throw known.failure();
      }
      return known.keys();
    } finally {
      asking.unlock();
    }
  }

  private boolean mayAsk(Instant now) {
    return !now.isBefore(known.askedAt().plus(PAUSE));
  }

  private Known asked(Instant now) {
    try {
      return new Known(source.keys(), now, now, null);
    } catch (RemoteKeySourceException failure) {
      LOG.warn("The OIDC issuer's keys cannot be had: {}", failure.getMessage());
      return new Known(known.keys(), clock.instant(), known.loadedAt(), failure);
    }
  }
}
