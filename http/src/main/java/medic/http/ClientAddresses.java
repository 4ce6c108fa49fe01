package medic.http;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells where the current request comes from. */
public final class ClientAddresses {

  private ClientAddresses() {}

  /**
   * The client's network address as the server sees it: behind a proxy the proxy's, unless it is
   * one of those that {@code MEDIC_TRUSTED_PROXIES} names.
   */
  public static Optional<String> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? Optional.ofNullable(here.getRequest().getRemoteAddr())
        : Optional.empty();
  }
}
