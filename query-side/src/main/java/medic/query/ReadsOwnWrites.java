package medic.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import medic.http.ApiException;
import medic.http.PositionHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a query that names a position wait, boundedly, until its read model has seen it. */
@Component
final class ReadsOwnWrites implements HandlerInterceptor {

  private static final long FIRST_PAUSE_MILLIS = 4;
  private static final long LONGEST_PAUSE_MILLIS = 64;

  private final ProcessedPositions processed;
  private final Duration patience;

  ReadsOwnWrites(
      ProcessedPositions processed,
      @Value("${medic.query.position-patience:2s}") Duration patience) {
    this.processed = processed;
    this.patience = patience;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws InterruptedException {
    String position = request.getHeader(PositionHeader.NAME);
    if (position == null || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    ReadModel model = readModelOf(method);
    if (model != null && !reached(model.value(), parse(position))) {
      response.setHeader("Retry-After", "1");
      throw new ApiException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "READ_MODEL_BEHIND",
          "What you wrote cannot be read yet. Try again in a second.");
    }
    return true;
  }

  private boolean reached(String[] groups, long position) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (!processed.cover(groups, position)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
    return true;
  }

  private static @Nullable ReadModel readModelOf(HandlerMethod method) {
    ReadModel own = method.getMethodAnnotation(ReadModel.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ReadModel.class);
  }

  private static long parse(String position) {
    try {
      return Long.parseLong(position.trim());
    } catch (NumberFormatException malformed) {
      throw ApiException.badField(
          PositionHeader.NAME, "MALFORMED", "A position is the number that a write answered with.");
    }
  }
}
