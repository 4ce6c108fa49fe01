package medic.app.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells in time how a part of the system is: a part that does not say within a moment is down.
 * Whoever asks meanwhile waits for the same check, and for what is left of its moment only.
 */
public abstract class BoundedHealth implements HealthIndicator, DisposableBean {

  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

  /** Parts are asked in turn: after one that was late the others are given less. */
  private static final long LESS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long AFTERWARDS_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final AtomicLong LAST_LATE = new AtomicLong(System.nanoTime() - AFTERWARDS_NANOS);

  private final String unknown;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BoundedHealth::daemon);
  private @Nullable Run current;

  /**
   * @param unknown what it means that the part cannot be asked
   */
  protected BoundedHealth(String unknown) {
    this.unknown = unknown;
  }

  /** Asks the part, however long that takes; one that throws is down. */
  protected abstract void check(Health.Builder health) throws Exception;

  @Override
  public final Health health() {
    try {
      Run run = run();
      return run.answer().get(run.end() - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return down();
    } catch (TimeoutException late) {
      LAST_LATE.set(System.nanoTime());
      return down();
    } catch (ExecutionException | RejectedExecutionException none) {
      return down();
    }
  }

  @Override
  public final void destroy() {
    thread.shutdownNow();
  }

  private synchronized Run run() {
    Run run = current;
    if (run == null || run.answer().isDone()) {
      long now = System.nanoTime();
      long patience = now - LAST_LATE.get() < AFTERWARDS_NANOS ? LESS_NANOS : MOMENT_NANOS;
      run = new Run(thread.submit(this::checked), now + patience);
      current = run;
    }
    return run;
  }

  private Health checked() {
    Health.Builder health = new Health.Builder();
    try {
      check(health);
      return health.build();
    } catch (Exception failure) {
      return down();
    }
  }

  private Health down() {
    return Health.down().withDetail("reason", unknown).build();
  }

  private static Thread daemon(Runnable check) {
    Thread thread = new Thread(check, "health");
    thread.setDaemon(true);
    return thread;
  }

  private record Run(Future<Health> answer, long end) {}
}
