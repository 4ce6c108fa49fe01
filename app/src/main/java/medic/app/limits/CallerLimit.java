package medic.app.limits;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import medic.http.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Bounds what one caller may ask, from wherever. */
final class CallerLimit implements HandlerInterceptor {

  private final RequestLimit limit;

  CallerLimit(RequestLimit limit) {
    this.limit = limit;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && known != null
        && known.getPrincipal() instanceof Caller caller) {
      limit.count(caller.role() + " " + caller.actorId());
    }
    return true;
  }
}
