package medic.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A server with sample endpoints; the headers Role and Person say who calls. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({HttpConfiguration.class, SampleEndpoints.class, TestRecord.class})
class SampleApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PutsOff putsOff() {
    return new PutsOff();
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .addFilterBefore(new CallerFromHeaders(), AuthorizationFilter.class)
        .build();
  }

  private static final class CallerFromHeaders extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      failIfAsked(request.getHeader("Filter-Fails"));
      String role = request.getHeader("Role");
      if (role != null) {
        String person = request.getHeader("Person");
        Caller caller =
            new Caller(
                Role.valueOf(role), "login", person == null ? null : UUID.fromString(person));
        SecurityContextHolder.getContext()
            .setAuthentication(new TestingAuthenticationToken(caller, null));
      }
      chain.doFilter(request, response);
    }

    private static void failIfAsked(String how) throws IOException {
      switch (how == null ? "" : how) {
        case "database" -> throw new CannotCreateTransactionException("secret");
        case "driver" -> throw new EOFException("secret");
        case "wrapped" -> throw new IllegalStateException(new SocketException("reset"));
        default -> {}
      }
    }
  }
}
