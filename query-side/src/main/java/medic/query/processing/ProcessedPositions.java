package medic.query.processing;

import java.util.HashSet;
import java.util.Set;
import medic.deadletters.StoredTokens;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the read models' processors have come, in whichever process they run. */
@Component
public class ProcessedPositions {

  private final StoredTokens tokens;

  ProcessedPositions(StoredTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether every segment of every group has processed the event at this position. */
  public boolean cover(String[] groups, long position) {
    Set<String> wanted = Set.of(groups);
    Set<String> started = new HashSet<>();
    for (StoredTokens.Progress segment : tokens.of(wanted)) {
      if (!seen(segment.token(), position)) {
        return false;
      }
      started.add(segment.group());
    }
    return started.containsAll(wanted);
  }

  /** A position in a token's gaps lies before its index and has yet to be seen. */
  public static boolean seen(@Nullable TrackingToken token, long position) {
    if (token == null) {
      return false;
    }
    TrackingToken reached = WrappedToken.unwrapLowerBound(token);
    if (reached instanceof GapAwareTrackingToken gaps) {
      return gaps.getIndex() >= position && !gaps.getGaps().contains(position);
    }
    return reached != null && reached.position().orElse(-1) >= position;
  }
}
