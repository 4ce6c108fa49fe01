package medic.app.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import medic.app.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens of our own, when no OIDC issuer is named. */
@Configuration(proxyBeanMethods = false)
@OwnLogins
@Import(TokenEndpoint.class)
class LocalTokens {

  @Bean
  TokenIssuer tokenIssuer(Environment environment) {
    return new TokenIssuer(TokenKey.of(environment), Clock.systemUTC());
  }

  @Bean
  FailedAttempts failedAttempts() {
    return new FailedAttempts(Ticker.systemTicker());
  }

  @Bean
  JwtDecoder jwtDecoder(TokenIssuer issuer) {
    return new CachingJwtDecoder(issuer.verifier(), Clock.systemUTC(), TokenIssuer.LIFETIME);
  }

  @Bean
  CallerClaims callerClaims() {
    return TokenIssuer.CLAIMS;
  }

  @Bean
  StartCheck startCheck(LoginTable table, StoredLogins logins, Environment environment) {
    return new StartCheck(
        table,
        logins,
        Settings.MEDIC_ADMIN_PASSWORD.find(environment),
        Settings.isReal(environment));
  }
}
