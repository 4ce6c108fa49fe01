package medic.query.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import medic.deadletters.FailureKinds;
import medic.query.processing.Threads;
import medic.query.rows.Rebuildable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works at the rebuilds that are asked for, one at a time, and asks for those of read models that
 * were made by an earlier version of their projection. What another node began and left, it goes on
 * with or begins anew.
 */
@Component
class Rebuilder implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Map<String, Rebuildable> models;
  private final Workshop workshop;
  private final ModelVersions versions;
  private final ScheduledExecutorService beats = Threads.one("rebuild-beats");
  private volatile @Nullable Thread thread;
  private volatile @Nullable Control working;
  private volatile boolean running;

  Rebuilder(List<Rebuildable> models, Workshop workshop, ModelVersions versions) {
    this.models =
        models.stream().collect(Collectors.toMap(Rebuildable::group, Function.identity()));
    this.workshop = workshop;
    this.versions = versions;
  }

  private void work() {
    boolean versionsSeen = false;
    boolean told = false;
    while (running) {
      try {
        versionsSeen = versionsSeen || versions.compare(models.values());
        Optional<Rebuild> claimed = workshop.rebuilds().claim(claimable());
        if (claimed.isPresent()) {
          workAt(claimed.get());
          versionsSeen = false; // one of an earlier version may have been under way
        } else {
          Control.pause(LOOK);
        }
        told = false;
      } catch (Stopped over) {
        LOG.debug("no more work at rebuilds", over);
      } catch (RuntimeException away) {
        if (!told) {
          LOG.warn("Nothing is rebuilt until this passes: {}", FailureKinds.reason(away));
        }
        told = true; // once an outage
        pauseUnlessStopped();
      }
    }
  }

  private static void pauseUnlessStopped() {
    try {
      Control.pause(AGAIN);
    } catch (Stopped goingDown) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those whose handlers are there: at a start they come after a moment. */
  private List<String> claimable() {
    List<String> names =
        models.keySet().stream().filter(workshop.deadLetters().groups()::contains).toList();
    return names.isEmpty() ? List.of("") : names;
  }

  private void workAt(Rebuild run) {
    try (Control control = new Control(run, workshop.rebuilds(), beats)) {
      working = control;
      RebuildRun rebuild = new RebuildRun(run, model(run), workshop, control);
      try {
        LOG.info("Rebuilding {}, from {}", run.name(), run.state());
        rebuild.toTheEnd();
        LOG.info("Rebuilt {}", run.name());
      } catch (Stopped stopped) {
        stopped(stopped, rebuild, run);
      } catch (SQLException | RuntimeException fault) {
        failed(fault, rebuild, run);
      }
    } finally {
      working = null;
    }
  }

  private Rebuildable model(Rebuild run) {
    return Objects.requireNonNull(models.get(run.name()), run.name());
  }

  private void stopped(Stopped stopped, RebuildRun rebuild, Rebuild run) {
    switch (stopped.why()) {
      case CANCELLED -> end(rebuild, run, RebuildState.CANCELLED, null);
      case PAUSED -> {
        LOG.info("The rebuild of {} is paused", run.name());
        workshop.rebuilds().release(run);
      }
      case SHUTDOWN -> {
        boolean interrupted = Thread.interrupted();
        workshop.rebuilds().release(run);
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      case LOST -> LOG.info("Another node works at the rebuild of {}", run.name());
    }
  }

  /** What may pass is tried again; else what is read stays, and nothing else. */
  private void failed(Exception fault, RebuildRun rebuild, Rebuild run) {
    if (!running) {
      stopped(new Stopped(Stopped.Why.SHUTDOWN), rebuild, run);
    } else if (workshop.deadLetters().historyOf(run.name()).mayPass(fault)) {
      LOG.warn("The rebuild of {} is tried again: {}", run.name(), FailureKinds.reason(fault));
      Control.pause(AGAIN);
      workshop.rebuilds().release(run);
    } else {
      LOG.error("The rebuild of {} failed", run.name(), FailureKinds.withoutWords(fault));
      end(rebuild, run, RebuildState.FAILED, FailureKinds.reason(fault));
    }
  }

  private void end(RebuildRun rebuild, Rebuild run, RebuildState state, @Nullable String failure) {
    try {
      rebuild.clean();
      workshop.rebuilds().end(run, state, failure);
    } catch (Stopped lost) {
      LOG.info("Another node works at the rebuild of {}", run.name());
    } catch (RuntimeException away) {
      LOG.warn("What is left of the rebuild of {} is cleaned later", run.name());
      workshop.rebuilds().release(run);
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    Thread worker = new Thread(this::work, "rebuilder");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  @Override
  public synchronized void stop() {
    running = false;
    Control control = working;
    if (control != null) {
      control.goDown();
    }
    Thread worker = thread;
    if (worker != null) {
      worker.interrupt();
      join(worker);
    }
    beats.shutdownNow();
  }

  private static void join(Thread worker) {
    try {
      worker.join(STOP_WITHIN.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
