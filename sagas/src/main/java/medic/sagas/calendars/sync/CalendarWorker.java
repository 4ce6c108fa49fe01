package medic.sagas.calendars.sync;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.connections.RoundTable.RoundOvertaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes what is due, in this process as in every other. When is in the database: a process that
 * dies leaves its turn to the next, as soon as nobody renews its leases any more.
 */
public final class CalendarWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarWorker.class);
  private static final int THREADS = 2;
  private static final long LOOK_MILLIS = 1000;

  private final RoundTable table;
  private final CalendarRounds rounds;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private final Set<Connection> atWork = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
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
        Executors.newScheduledThreadPool(
            THREADS + 1,
            task -> {
              Thread thread = new Thread(task, "calendars");
              thread.setDaemon(true);
              return thread;
            });
    running = true;
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
    long pause = RoundTable.RENEWAL.toMillis();
    var unused = threads.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void renew() {
    for (Connection connection : atWork) {
      try {
        table.renew(connection, clock.instant());
      } catch (RoundOvertaken ended) {
        LOG.debug("{} is no longer ours", connection.id());
      } catch (RuntimeException databaseAway) {
        LOG.warn("cannot renew the lease of {}: {}", connection.id(), databaseAway.toString());
      }
    }
  }

  private void work() {
    while (running && !Thread.currentThread().isInterrupted()) {
      try {
        Optional<Connection> due = table.claim(clock.instant());
        if (due.isPresent()) {
          run(due.get());
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

  private void run(Connection connection) {
    atWork.add(connection);
    try {
      rounds.run(connection);
    } finally {
      atWork.remove(connection);
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
