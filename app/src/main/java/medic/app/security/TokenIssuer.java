package medic.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;
import medic.http.Caller;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs tokens for our own logins, and verifies them. */
final class TokenIssuer {

  static final Duration LIFETIME = Duration.ofHours(1);
  static final CallerClaims CLAIMS = new CallerClaims("role", "person");

  /** Claims that say which login a token is of, and which of its generations. */
  static final String LOGIN = "login";

  static final String GENERATION = "generation";
  private static final String ISSUER = "medic";

  private final JwtEncoder encoder;
  private final NimbusJwtDecoder decoder;
  private final Clock clock;

  TokenIssuer(SecretKey key, Clock clock) {
    this.encoder = NimbusJwtEncoder.withSecretKey(key).algorithm(MacAlgorithm.HS256).build();
    this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
    this.decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(ISSUER)));
    this.clock = clock;
  }

  /**
   * A token of a login.
   *
   * @param tokenId of this one alone
   */
  String tokenFor(Caller caller, UUID login, int generation, UUID tokenId) {
    Instant now = clock.instant();
    JwtClaimsSet.Builder claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .id(tokenId.toString())
            .subject(caller.login())
            .claim(LOGIN, login.toString())
            .claim(GENERATION, generation)
            .issuedAt(now)
            .expiresAt(now.plus(LIFETIME))
            .claim("role", caller.role().name());
    if (caller.person() != null) {
      claims.claim("person", caller.person().toString());
    }
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }

  JwtDecoder verifier() {
    return decoder;
  }
}
