package medic.app.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Appends every moment, signs every minute, examines the whole log after a start and daily. */
final class LogRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LogRounds.class);
  private static final Duration FIRST_EXAMINATION = Duration.ofMinutes(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final LogKeeper keeper;
  private final ScheduledExecutorService threads;
  private final Duration append;
  private final Duration sign;
  private final Duration examine;
  private volatile boolean running;

  LogRounds(LogKeeper keeper, Duration append, Duration sign, Duration examine) {
    this.keeper = keeper;
    this.threads = threads();
    this.append = append;
    this.sign = sign;
    this.examine = examine;
  }

  /** One thread appends and signs, the other examines. */
  private static ScheduledExecutorService threads() {
    return Executors.newScheduledThreadPool(
        2,
        task -> {
          Thread thread = new Thread(task, "log-keeper");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void start() {
    running = true;
    every(append, append, keeper::append);
    every(sign, sign, keeper::checkpoint);
    every(FIRST_EXAMINATION, examine, keeper::examine);
    every(append, append, keeper::examineIfAsked);
  }

  private void every(Duration first, Duration pause, Runnable task) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> safely(task), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void safely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.error("The log's keeper failed and goes on", failure);
    }
  }

  /** What was stored in the last moments is signed as well. */
  @Override
  public void stop() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
      safely(keeper::checkpoint);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
