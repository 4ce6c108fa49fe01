package medic.app.security;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import medic.app.Settings;
import medic.http.AccessLog;
import medic.http.LoginLog;
import medic.personal.KeyedHashes;
import medic.personal.PatientKeys;
import medic.query.processing.ChannelListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens of our own, when no OIDC issuer is named. */
@Configuration(proxyBeanMethods = false)
@OwnLogins
@Import({TokenEndpoint.class, PasswordEndpoint.class})
class LocalTokens {

  private static final int RESETS_WAITING = 100;

  @Bean
  TokenIssuer tokenIssuer(Environment environment) {
    return new TokenIssuer(TokenKey.of(environment), Clock.systemUTC());
  }

  @Bean
  JwtDecoder jwtDecoder(TokenIssuer issuer) {
    return new CachingJwtDecoder(issuer.verifier(), Clock.systemUTC(), TokenIssuer.LIFETIME);
  }

  @Bean
  TokenReader tokenReader(LoginStates states) {
    return new LiveTokens(TokenIssuer.CLAIMS, states);
  }

  @Bean
  LoginStates loginStates(
      JdbcClient database, @LoginChanges ObjectProvider<ChannelListener> listener) {
    return new LoginStates(database, () -> listener.getObject().isListening());
  }

  /** What any process, or an operator, changes of a login is known here at once. */
  @Bean(initMethod = "start")
  @LoginChanges
  ChannelListener loginChanges(DataSource dataSource, LoginStates states) {
    return new ChannelListener(
        dataSource,
        LoginStates.CHANNEL,
        told -> told.forEach(login -> states.forget(UUID.fromString(login))),
        states::forgetAll);
  }

  @Bean
  AttemptLimits attemptLimits(DataSource dataSource, PatientKeys keys) {
    return new AttemptLimits(dataSource, new KeyedHashes(keys));
  }

  @Bean
  RefusedSignIns refusedSignIns(JdbcClient database, AccessLog accessLog, LoginLog loginLog) {
    return new RefusedSignIns(database, accessLog, loginLog);
  }

  @Bean
  SignIn signIn(
      LoginTable table,
      Passwords passwords,
      AttemptLimits limits,
      RefusedSignIns refusals,
      LoginLog log,
      TokenIssuer issuer) {
    return new SignIn(table, passwords, limits, refusals, log, issuer, UUID::randomUUID);
  }

  @Bean
  InvitationTable invitationTable(JdbcClient database, PatientKeys keys) {
    return new InvitationTable(
        database, new KeyedHashes(keys), Clock.systemUTC(), new SecureRandom());
  }

  @Bean
  Acceptance acceptance(
      InvitationTable invitations,
      LoginTable table,
      StoredLogins logins,
      Passwords passwords,
      LoginLog log,
      PlatformTransactionManager transactions) {
    return new Acceptance(
        invitations, table, logins, passwords, log, new TransactionTemplate(transactions));
  }

  @Bean
  PasswordChanges passwordChanges(
      LoginTable table,
      Passwords passwords,
      AttemptLimits limits,
      LoginLog log,
      SignIn signIn,
      ObjectProvider<InvitationService> invitations) {
    return new PasswordChanges(
        table,
        passwords,
        limits,
        log,
        signIn,
        login -> invitations.getObject().resetOnce(login),
        new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(RESETS_WAITING),
            task -> {
              Thread thread = new Thread(task, "password-resets");
              thread.setDaemon(true);
              return thread;
            }));
  }

  @Bean
  OneTimeLinkPage oneTimeLinkPage(Environment environment) {
    String url =
        Settings.MEDIC_PUBLIC_URL
            .find(environment)
            .orElseGet(() -> "http://127.0.0.1:" + Settings.SERVER_PORT.in(environment));
    return new OneTimeLinkPage(URI.create(url.replaceAll("/+$", "")));
  }

  @Bean
  StartCheck startCheck(
      LoginTable table,
      StoredLogins logins,
      JdbcClient database,
      PatientKeys keys,
      Environment environment) {
    return new StartCheck(
        table,
        logins,
        new AppliedSettings(database, new KeyedHashes(keys)),
        Settings.MEDIC_ADMIN_PASSWORD.find(environment),
        Settings.isReal(environment));
  }
}
