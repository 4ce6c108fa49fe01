package medic.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import medic.http.ApiException;
import medic.http.PositionHeader;
import medic.query.processing.CatchingUp;
import medic.query.processing.PositionWaits;
import medic.query.processing.ReadModels;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a query that names a position wait, boundedly, until its read model has seen it. */
@Component
public final class ReadsOwnWrites implements HandlerInterceptor {

  private final PositionWaits waits;

  ReadsOwnWrites(PositionWaits waits) {
    this.waits = waits;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String position = request.getHeader(PositionHeader.NAME);
    if (position == null || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    List<String> models = ReadModels.of(method);
    return models.isEmpty() || hasSeen(request, parse(position), models.toArray(String[]::new));
  }

  /** Or else the request waits, or is refused. */
  private boolean hasSeen(HttpServletRequest request, long position, String... groups) {
    return switch (waits.judge(request, position, groups)) {
      case SEEN -> true;
      case WAITS -> false;
      case BEHIND -> throw CatchingUp.behind();
      case UNKNOWN ->
          throw ApiException.badField(
              PositionHeader.NAME, "UNKNOWN_POSITION", "No event has that position yet.");
    };
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
