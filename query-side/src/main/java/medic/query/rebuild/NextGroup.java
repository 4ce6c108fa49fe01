package medic.query.rebuild;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.deadletters.DeadLetterGroups;
import medic.query.processing.NotifiedEventSource;
import medic.query.processing.Threads;
import medic.query.rows.StoredGeneration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Follows the log for the next generation of a read model, as the read model itself does: batch by
 * batch, position and rows in one transaction, what cannot be handled parked.
 */
final class NextGroup implements AutoCloseable {

  private static final int BATCH = 1_000;
  private static final int STOP_SECONDS = 10;

  private final ScheduledExecutorService coordinator = Threads.one("rebuild-coordinator");
  private final ScheduledExecutorService worker = Threads.one("rebuild-worker");
  private final PooledStreamingEventProcessor processor;
  private boolean running;

  NextGroup(
      String group,
      DeadLetterGroups deadLetters,
      Configuration axon,
      NotifiedEventSource events,
      JdbcTemplate jdbc) {
    String name = nameOf(group);
    processor =
        deadLetters.beside(
            group,
            name,
            axon,
            handlers -> new InGeneration(handlers, new StoredGeneration(jdbc, NextTables.NEXT)),
            builder ->
                builder
                    .batchSize(BATCH)
                    .messageSource(events.within(deadLetters.limit(name)))
                    .coordinatorExecutor(coordinator)
                    .workerExecutor(worker));
  }

  /** The name under which it keeps its position and parks events. */
  static String nameOf(String group) {
    return group + ".next";
  }

  /** Goes on where its position is, unless it does. */
  void start() {
    if (!running) {
      running = true;
      processor.start();
    }
  }

  /** Returns once it does nothing any more. */
  void stop() {
    running = false;
    try {
      processor.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Stopped(Stopped.Why.SHUTDOWN);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException held) {
      throw new RebuildFailed(held);
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (RuntimeException goesOn) {
      // its position is fenced: what it still does is undone
    } finally {
      coordinator.shutdownNow();
      worker.shutdownNow();
    }
  }
}
