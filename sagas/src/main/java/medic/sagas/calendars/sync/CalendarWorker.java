package medic.sagas.calendars.sync;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.RoundTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes what is due, in this process as in every other. When is in the database: a process that
 * dies leaves its turn to the next.
 */
public final class CalendarWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarWorker.class);
  private static final int THREADS = 2;
  private static final long LOOK_MILLIS = 1000;

  private final RoundTable table;
  private final CalendarRounds rounds;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean running;

  public CalendarWorker(RoundTable table, CalendarRounds rounds, Clock clock) {
    this.table = table;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** Looks at once instead of within a second. */
  public void wake() {
    wake.release();
  }

  @Override
  public void start() {
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "calendars");
              thread.setDaemon(true);
              return thread;
            });
    running = true;
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
  }

  private void work() {
    while (running && !Thread.currentThread().isInterrupted()) {
      try {
        Optional<Connection> due = table.claim(clock.instant());
        if (due.isPresent()) {
          rounds.run(due.get());
        } else if (wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException databaseAway) {
        LOG.warn("cannot look for calendars that are due: {}", databaseAway.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.info("a round is left to the next process");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
