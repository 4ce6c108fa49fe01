package medic.deadletters;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One thread that lets nothing wait longer than a bound. Axon's coordinator doubles its pause with
 * each failure, up to a minute: after an outage every group would stand still for as long again.
 */
final class BoundedDelayExecutor extends ScheduledThreadPoolExecutor {

  private final long mostNanos;

  BoundedDelayExecutor(ThreadFactory threads, Duration most) {
    super(1, threads);
    this.mostNanos = most.toNanos();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return super.schedule(task, bounded(delay, unit), TimeUnit.NANOSECONDS);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return super.schedule(task, bounded(delay, unit), TimeUnit.NANOSECONDS);
  }

  private long bounded(long delay, TimeUnit unit) {
    return Math.min(unit.toNanos(delay), mostNanos);
  }
}
