package medic.query.processing;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets requests wait, boundedly, until read models have come so far. A request that waits holds no
 * thread; it comes back as if it were new, and finds what it waited for, or that it did so in vain.
 */
@Component
public final class PositionWaits implements AutoCloseable {

  private static final String WAITED = PositionWaits.class.getName();
  private static final long FIRST_PAUSE_MILLIS = 4;
  private static final long MAX_PAUSE_MILLIS = 64;
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ProcessedPositions processed;
  private final EventStore store;
  private final Duration patience;
  private final Semaphore places;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, PositionWaits::daemon);

  PositionWaits(
      ProcessedPositions processed,
      EventStore store,
      @Value("${medic.query.position-patience:2s}") Duration patience,
      @Value("${medic.query.position-waits:1000}") int most) {
    this.processed = processed;
    this.store = store;
    this.patience = patience;
    this.places = new Semaphore(most);
  }

  /** What becomes of a request that names a position. */
  public enum Verdict {
    /** The read models have seen it. */
    SEEN,
    /** The request has been put off. */
    WAITS,
    /** It has waited in vain, or too many wait already. */
    BEHIND,
    /** No event has this position yet. */
    UNKNOWN
  }

  public Verdict judge(HttpServletRequest request, long position, String... groups) {
    if (processed.cover(groups, position)) {
      return Verdict.SEEN;
    }
    if (position > head()) {
      return Verdict.UNKNOWN;
    }
    if (request.getAttribute(WAITED) != null || !places.tryAcquire()) {
      return Verdict.BEHIND;
    }
    request.setAttribute(WAITED, Boolean.TRUE);
    AsyncContext putOff = request.startAsync();
    putOff.setTimeout(patience.plus(GRACE).toMillis());
    lookLater(
        new Wait(putOff, position, groups, System.nanoTime() + patience.toNanos()),
        FIRST_PAUSE_MILLIS);
    return Verdict.WAITS;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void lookLater(Wait wait, long pause) {
    thread.schedule(() -> look(wait, pause), pause, TimeUnit.MILLISECONDS);
  }

  private void look(Wait wait, long pause) {
    if (System.nanoTime() > wait.deadline() || isOver(wait)) {
      places.release();
      wait.request().dispatch();
    } else {
      lookLater(wait, Math.min(2 * pause, MAX_PAUSE_MILLIS));
    }
  }

  /** Also when nobody can say: the request asks once again itself, and tells what is wrong. */
  private boolean isOver(Wait wait) {
    try {
      return processed.cover(wait.groups(), wait.position());
    } catch (RuntimeException away) {
      return true;
    }
  }

  private long head() {
    TrackingToken head = store.createHeadToken();
    return head == null ? -1 : head.position().orElse(-1);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "position-waits");
    thread.setDaemon(true);
    return thread;
  }

  private record Wait(AsyncContext request, long position, String[] groups, long deadline) {}
}
