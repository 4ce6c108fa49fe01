package medic.query.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds on to a rebuild while somebody works at it: renews its lease, tells its progress, and hears
 * what is wanted. Whoever works looks at it between two steps.
 */
final class Control implements AutoCloseable {

  private static final long BEAT_MILLIS = 500;

  private final Rebuild run;
  private final RebuildTable rebuilds;
  private final ScheduledFuture<?> beats;
  private volatile Progress progress = Progress.NONE;
  private volatile Wanted wanted;
  private volatile boolean lost;
  private volatile boolean goingDown;
  private volatile @Nullable LongSession working;

  Control(Rebuild run, RebuildTable rebuilds, ScheduledExecutorService threads) {
    this.run = run;
    this.rebuilds = rebuilds;
    this.wanted = run.wanted();
    this.beats = threads.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      Optional<Wanted> told = rebuilds.beat(run, progress);
      lost = told.isEmpty();
      told.ifPresent(now -> wanted = now);
    } catch (RuntimeException away) {
      return; // whoever writes finds out by themselves
    }
    LongSession session = working;
    if (session != null && (lost || wanted == Wanted.CANCEL)) {
      session.cancel();
    }
  }

  void tell(Progress now) {
    progress = now;
  }

  Progress progress() {
    return progress;
  }

  /** A statement of this session is ended when the work is to stop. */
  void watch(@Nullable LongSession session) {
    working = session;
  }

  /**
   * @throws Stopped when the work is to end
   */
  void check() {
    if (goingDown || Thread.currentThread().isInterrupted()) {
      throw new Stopped(Stopped.Why.SHUTDOWN);
    }
    if (lost) {
      throw new Stopped(Stopped.Why.LOST);
    }
    if (wanted == Wanted.CANCEL) {
      throw new Stopped(Stopped.Why.CANCELLED);
    }
    if (wanted == Wanted.PAUSE) {
      throw new Stopped(Stopped.Why.PAUSED);
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stopped(Stopped.Why.SHUTDOWN);
    }
  }

  void goDown() {
    goingDown = true;
    LongSession session = working;
    if (session != null) {
      session.cancel();
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
  }
}
