package medic.app.security;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import medic.app.Settings;
import medic.http.IfMatch;
import medic.http.KeyHeader;
import medic.http.PositionHeader;
import medic.http.Problems;
import medic.http.SecurityHeaders;
import medic.personal.KeyedHashes;
import medic.personal.PatientKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Stateless security: a bearer token, or nothing but the public addresses. */
@Configuration(proxyBeanMethods = false)
@Import({LocalTokens.class, OidcTokens.class})
public class SecurityConfiguration {

  /** How long a browser knows what another page's scripts may ask. */
  private static final Duration PREFLIGHT = Duration.ofHours(1);

  private static final String[] PUBLIC = {
    "/actuator/health/**",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml",
    "/swagger-ui.html",
    "/swagger-ui/**",
    "/api/notifications/opt-out",
    "/api/notifications/sms/**",
    "/set-password.html",
    "/set-password.js",
    "/error"
  };

  private static final String[] PUBLIC_POSTS = {
    "/api/auth/token", "/api/auth/invitations/accept", "/api/auth/password-reset"
  };

  private static final AuthenticationEntryPoint UNAUTHENTICATED =
      (request, response, failure) -> {
        if (failure instanceof AuthenticationServiceException) {
          throw failure; // who could not be asked has not refused
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Problems.write(response, Problems.ofStatus(HttpStatus.UNAUTHORIZED));
      };

  private static final String CHECKED_AGAIN_IN_SECONDS = "5";

  /** What cannot be judged now is not false: the issuer or the database is away. */
  private static final AuthenticationFailureHandler NOT_LET_IN =
      (request, response, failure) -> {
        if (failure instanceof AuthenticationServiceException) {
          response.setHeader(HttpHeaders.RETRY_AFTER, CHECKED_AGAIN_IN_SECONDS);
          Problems.write(response, Problems.ofStatus(HttpStatus.SERVICE_UNAVAILABLE));
        } else {
          UNAUTHENTICATED.commence(request, response, failure);
        }
      };

  private static final AccessDeniedHandler FORBIDDEN =
      (request, response, failure) ->
          Problems.write(response, Problems.ofStatus(HttpStatus.FORBIDDEN));

  private static final ObjectPostProcessor<BearerTokenAuthenticationFilter> JUDGES_TOKENS =
      new ObjectPostProcessor<>() {
        @Override
        public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
          filter.setAuthenticationFailureHandler(NOT_LET_IN);
          return filter;
        }
      };

  @Bean
  @ConditionalOnWebApplication
  SecurityFilterChain api(HttpSecurity http, TokenReader callers, Environment environment)
      throws Exception {
    http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(SecurityConfiguration::headers)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, PUBLIC_POSTS)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/calendar-connections/*/callback")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/calendar-connections/*/notifications")
                    .permitAll()
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasRole("ADMIN")
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                    .authenticationEntryPoint(UNAUTHENTICATED)
                    .accessDeniedHandler(FORBIDDEN)
                    .withObjectPostProcessor(JUDGES_TOKENS))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(UNAUTHENTICATED).accessDeniedHandler(FORBIDDEN));
    if (Settings.MEDIC_CORS_ORIGINS.find(environment).isPresent()) {
      http.cors(withDefaults());
    } else {
      http.cors(AbstractHttpConfigurer::disable);
    }
    return http.build();
  }

  /** A request is observed once, not again for each of its filters. */
  @Bean
  SecurityObservationSettings noObservationOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  CorsConfigurationSource corsConfigurationSource(Environment environment) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(List.of(Settings.MEDIC_CORS_ORIGINS.in(environment).split("\\s*,\\s*")));
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Accept-Language",
            KeyHeader.NAME,
            IfMatch.NAME,
            PositionHeader.NAME));
    cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", PositionHeader.NAME));
    cors.setMaxAge(PREFLIGHT);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/api/**", cors);
    return source;
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) ->
        Problems.write(response, Problems.ofStatus(HttpStatus.BAD_REQUEST));
  }

  @Bean
  LoginTable loginTable(JdbcClient database, PatientKeys keys) {
    LoginTable table = new LoginTable(database, new KeyedHashes(keys));
    table.hashNames();
    return table;
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  StoredLogins logins(LoginTable table, Passwords passwords, Environment environment) {
    return new StoredLogins(table, passwords, Settings.isReal(environment));
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(SecurityHeaders.CONTENT_SECURITY))
        .referrerPolicy(withDefaults())
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }
}
