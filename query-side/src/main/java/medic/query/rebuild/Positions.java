package medic.query.rebuild;

import java.util.List;
import medic.deadletters.StoredTokens;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far groups have come that have one segment. */
@Component
class Positions {

  private final StoredTokens tokens;

  Positions(StoredTokens tokens) {
    this.tokens = tokens;
  }

  /** Null before the first event. */
  @Nullable TrackingToken token(String group) {
    return tokens.of(List.of(group)).stream()
        .map(StoredTokens.Progress::token)
        .filter(token -> token != null)
        .map(WrappedToken::unwrapLowerBound)
        .findFirst()
        .orElse(null);
  }

  /** -1 before the first event. */
  long position(String group) {
    return position(token(group));
  }

  static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }

  /** Whether one group has handled all that another has. */
  boolean covers(String group, String other) {
    TrackingToken behind = token(other);
    TrackingToken ahead = token(group);
    return behind == null || ahead != null && ahead.covers(behind);
  }
}
