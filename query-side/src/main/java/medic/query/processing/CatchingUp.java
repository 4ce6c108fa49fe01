package medic.query.processing;

import java.time.Duration;
import medic.http.ApiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Waits, boundedly, until read models have seen what was stored. */
@Component
public final class CatchingUp {

  private static final long FIRST_PAUSE_MILLIS = 4;
  private static final long MAX_PAUSE_MILLIS = 64;

  private final ProcessedPositions processed;
  private final Duration patience;

  CatchingUp(
      ProcessedPositions processed,
      @Value("${medic.query.position-patience:2s}") Duration patience) {
    this.processed = processed;
    this.patience = patience;
  }

  /**
   * @throws ApiException 503 READ_MODEL_BEHIND when they do not get there in time
   */
  public void await(long position, String... groups) {
    if (!reached(groups, position)) {
      throw behind();
    }
  }

  public static ApiException behind() {
    return ApiException.unavailable(
        "READ_MODEL_BEHIND",
        "What was written cannot be read yet. Try again in a second.",
        Duration.ofSeconds(1));
  }

  private boolean reached(String[] groups, long position) {
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (!processed.cover(groups, position)) {
      if (System.nanoTime() > deadline || !slept(pause)) {
        return false;
      }
      pause = Math.min(2 * pause, MAX_PAUSE_MILLIS);
    }
    return true;
  }

  private static boolean slept(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
