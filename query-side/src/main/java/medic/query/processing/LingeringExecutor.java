package medic.query.processing;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/** Starts each task a moment after it was handed over, so that events gather meanwhile. */
public final class LingeringExecutor extends ScheduledThreadPoolExecutor {

  private final BatchLinger gathering;

  public LingeringExecutor(int threads, BatchLinger gathering) {
    super(threads, new AxonThreadFactory("read-models"));
    this.gathering = gathering;
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, gathering.millis(), TimeUnit.MILLISECONDS);
  }
}
