package medic.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import medic.deadletters.GroupState;
import medic.deadletters.GroupState.Lag;
import medic.deadletters.GroupStates;
import medic.http.ApiException;
import medic.query.processing.ReadModels;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** What a read model tells that is far behind would be taken for the present: it tells nothing. */
@Component
public final class BehindReadModels implements HandlerInterceptor {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final GroupStates states;

  BehindReadModels(GroupStates states) {
    this.states = states;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      for (String group : ReadModels.of(method)) {
        states.of(group).filter(BehindReadModels::isFarBehind).ifPresent(BehindReadModels::refuse);
      }
    }
    return true;
  }

  private static boolean isFarBehind(GroupState state) {
    return state.lag() == Lag.FAR_BEHIND;
  }

  private static void refuse(GroupState state) {
    throw ApiException.unavailable(
        "READ_MODEL_BEHIND",
        "What happened last cannot be read yet, for longer than usual. Try again in a while.",
        TRY_AGAIN);
  }
}
