package medic.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import medic.http.ApiException;
import medic.http.PositionHeader;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a query that names a position wait, boundedly, until its read model has seen it. */
@Component
final class ReadsOwnWrites implements HandlerInterceptor {

  private final CatchingUp catchingUp;

  ReadsOwnWrites(CatchingUp catchingUp) {
    this.catchingUp = catchingUp;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String position = request.getHeader(PositionHeader.NAME);
    if (position == null || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    List<String> models = ReadModels.of(method);
    if (!models.isEmpty()) {
      catchingUp.await(parse(position), models.toArray(String[]::new));
    }
    return true;
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
