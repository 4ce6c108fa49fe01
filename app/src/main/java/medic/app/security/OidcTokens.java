package medic.app.security;

import java.time.Clock;
import medic.app.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Tokens of an OIDC issuer, which is asked for its keys when the first token comes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${MEDIC_OIDC_ISSUER:}'.isBlank()")
class OidcTokens {

  @Bean
  JwtDecoder jwtDecoder(Environment environment) {
    String issuer = Settings.MEDIC_OIDC_ISSUER.in(environment);
    String audience = Settings.MEDIC_OIDC_AUDIENCE.in(environment);
    return new CachingJwtDecoder(
        new SupplierJwtDecoder(() -> verifier(issuer, audience)), Clock.systemUTC());
  }

  @Bean
  CallerClaims callerClaims(Environment environment) {
    return new CallerClaims(
        Settings.MEDIC_OIDC_ROLE_CLAIM.in(environment),
        Settings.MEDIC_OIDC_PERSON_CLAIM.in(environment));
  }

  private static JwtDecoder verifier(String issuer, String audience) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator(audience)));
    return decoder;
  }
}
