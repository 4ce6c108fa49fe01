package medic.query.processing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that hold up no end of the program. */
public final class Threads {

  private Threads() {}

  public static ScheduledExecutorService one(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Ends what a thread does; answers whether it has ended in time. */
  public static boolean end(ScheduledExecutorService thread, Duration within) {
    thread.shutdownNow();
    try {
      return thread.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
