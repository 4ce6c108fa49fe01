package medic.app.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import medic.app.security.ClientNetwork;
import medic.http.ApiException;
import medic.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what an address may ask without a valid token. Health is asked by machines and never
 * refused.
 */
final class AddressLimit extends OncePerRequestFilter {

  private static final String HEALTH = "/actuator/health";

  private static final String BEARER = "Bearer ";

  /** What anybody may ask for and is large: who does not read it keeps a thread. */
  private static final List<String> LARGE = List.of("/v3/api-docs", "/swagger-ui");

  private static final int LARGE_IS_WORTH = 20;

  private final RequestLimit limit;

  AddressLimit(RequestLimit limit) {
    this.limit = limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!bringsToken(request)) {
      if (counts(request, response)) {
        chain.doFilter(request, response);
      }
      return;
    }
    chain.doFilter(request, response);
    boolean wasNoToken = response.getStatus() == HttpStatus.UNAUTHORIZED.value();
    if (wasNoToken && !response.isCommitted()) {
      counts(request, response);
    }
  }

  /** Anything else that the header may hold is passed by, and leaves its sender nobody. */
  private static boolean bringsToken(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  /** Or else answers that there were too many. */
  private boolean counts(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      limit.count(
          ClientNetwork.of(request.getRemoteAddr()).address(), worth(request.getServletPath()));
      return true;
    } catch (ApiException tooMany) {
      response.resetBuffer();
      response.setHeader(HttpHeaders.CONNECTION, "close"); // whatever else was sent on it
      Problems.write(response, tooMany);
      return false;
    }
  }

  /** By the path as it is understood, however it was written. */
  private static int worth(String path) {
    return LARGE.stream().anyMatch(path::startsWith) ? LARGE_IS_WORTH : 1;
  }
}
