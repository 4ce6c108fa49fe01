package medic.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Puts on record which callers were answered that they may not, or that there is no such thing. */
final class RefusalsOnRecord implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalsOnRecord.class);

  private final Supplier<RefusalWindows> windows;

  RefusalsOnRecord(Supplier<RefusalWindows> windows) {
    this.windows = windows;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    int status = response.getStatus();
    if (handler instanceof HandlerMethod method && Endpoints.needsCaller(method) && isNo(status)) {
      Callers.find().ifPresent(caller -> record(caller, request, status));
    }
  }

  private static boolean isNo(int status) {
    return status == HttpStatus.FORBIDDEN.value() || status == HttpStatus.NOT_FOUND.value();
  }

  /** The caller has their answer already, and it showed them nothing. */
  private void record(Caller caller, HttpServletRequest request, int status) {
    try {
      windows.get().refused(caller, AccessedResources.of(request), status);
    } catch (RuntimeException notStored) {
      LOG.error("A refused request of {} is not on record", caller.actorId(), notStored);
    }
  }
}
