package medic.http;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds who sends the current request: the principal of its authentication is a caller. */
public final class Callers {

  private Callers() {}

  /**
   * The caller of the current request.
   *
   * @throws ApiException 401 when there is none
   */
  public static Caller current() {
    return find()
        .orElseThrow(
            () ->
                new ApiException(
                    HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "A valid bearer token is needed."));
  }

  static Optional<Caller> find() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }
}
