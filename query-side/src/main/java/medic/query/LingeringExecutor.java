package medic.query;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * Starts each task a moment after it was handed over. A processor that lets events gather for that
 * moment writes a few large batches where it would write one for every booking.
 */
final class LingeringExecutor extends ScheduledThreadPoolExecutor {

  private final long lingerMillis;

  LingeringExecutor(int threads, long lingerMillis) {
    super(threads, new AxonThreadFactory("read-models"));
    this.lingerMillis = lingerMillis;
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, lingerMillis, TimeUnit.MILLISECONDS);
  }
}
