package medic.app.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import medic.app.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Tokens of an OIDC issuer, which is asked for its keys when the first token comes. */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnLogins.AnIssuerIsNamed.class)
class OidcTokens {

  /** How far the issuer's clock and ours may be apart. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** Plain JWTs, and access tokens of RFC 9068; a header may leave its type out. */
  private static final JOSEObjectType[] TYPES = {
    JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null
  };

  @Bean
  JwtDecoder jwtDecoder(Environment environment) {
    String issuer = Settings.MEDIC_OIDC_ISSUER.in(environment);
    String audience = Settings.MEDIC_OIDC_AUDIENCE.in(environment);
    Clock clock = Clock.systemUTC();
    ProviderKeys keys = new ProviderKeys(new ProviderDocuments(issuer)::keys, clock);
    return new CachingJwtDecoder(verifier(keys, issuer, audience), clock, ProviderKeys.FRESH);
  }

  @Bean
  TokenReader tokenReader(Environment environment) {
    return new CallerClaims(
        Settings.MEDIC_OIDC_ROLE_CLAIM.in(environment),
        Settings.MEDIC_OIDC_PERSON_CLAIM.in(environment));
  }

  /** Only with public keys: a secret one would make whoever verifies a signer. */
  private static JwtDecoder verifier(ProviderKeys keys, String issuer, String audience) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys)
            .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES)))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            inTime(), new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience)));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> inTime() {
    JwtTimestampValidator validator = new JwtTimestampValidator(SKEW);
    validator.setAllowEmptyExpiryClaim(false);
    return validator;
  }
}
