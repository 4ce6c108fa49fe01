package medic.fakegoogle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes, refresh tokens and access tokens, and which of them still work. */
final class Grants {

  /** What a person has consented to, until the code is exchanged. */
  record Consent(
      String account,
      String clientId,
      String redirectUri,
      String scope,
      String challenge,
      boolean offline,
      boolean asked) {}

  record Access(String account, String scope, Instant until) {}

  record Refresh(String account, String clientId, String scope) {}

  static final Duration ACCESS_LIFETIME = Duration.ofHours(1);

  private final Map<String, Consent> codes = new ConcurrentHashMap<>();
  private final Map<String, Access> accesses = new ConcurrentHashMap<>();
  private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();
  private final Set<String> consentedBefore = new HashSet<>();
  private final Names names;
  private final Clock clock;

  Grants(Names names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  String code(Consent consent) {
    String code = "4/" + names.next();
    codes.put(code, consent);
    return code;
  }

  /** A code works once. */
  @Nullable Consent redeem(String code) {
    return codes.remove(code);
  }

  String access(String account, String scope) {
    String token = "ya29." + names.next();
    accesses.put(token, new Access(account, scope, clock.instant().plus(ACCESS_LIFETIME)));
    return token;
  }

  /** Only for offline access, and only where the person was asked: the first time, or on demand. */
  synchronized @Nullable String refresh(Consent consent) {
    boolean first = consentedBefore.add(consent.clientId() + " " + consent.account());
    if (!consent.offline() || !(first || consent.asked())) {
      return null;
    }
    String token = "1//" + names.next();
    refreshes.put(token, new Refresh(consent.account(), consent.clientId(), consent.scope()));
    return token;
  }

  @Nullable Refresh refreshed(String token) {
    return refreshes.get(token);
  }

  String accountOf(@Nullable String authorization) {
    String token =
        authorization != null && authorization.startsWith("Bearer ")
            ? authorization.substring("Bearer ".length())
            : "";
    Access access = accesses.get(token);
    if (access == null || access.until().isBefore(clock.instant())) {
      throw new ApiError(401, "authError", "Invalid Credentials");
    }
    return access.account();
  }

  boolean revoke(String token) {
    Refresh refresh = refreshes.remove(token);
    Access access = accesses.remove(token);
    if (refresh != null) {
      revokeAll(refresh.account());
    } else if (access != null) {
      revokeAll(access.account());
    }
    return refresh != null || access != null;
  }

  synchronized void revokeAll(String account) {
    refreshes.values().removeIf(refresh -> refresh.account().equals(account));
    accesses.values().removeIf(access -> access.account().equals(account));
    consentedBefore.removeIf(known -> known.endsWith(" " + account));
  }

  void expireAccess() {
    accesses.clear();
  }
}
