package medic.query.patients;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.deadletters.FailureKinds;
import medic.query.processing.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the index of patients after a start, and then compares it with the read model every so
 * often, so that what nobody searches for is forgotten, too, once it is erased.
 */
@Component
@ConditionalOnWebApplication
class PatientIndexUpkeep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PatientIndexUpkeep.class);
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final PatientIndex index;
  private final ScheduledExecutorService thread = Threads.one("patient-index");
  private volatile boolean running;
  private boolean told;

  PatientIndexUpkeep(PatientIndex index) {
    this.index = index;
  }

  private void work() {
    Duration pause = AGAIN;
    try {
      index.catchUp();
      index.compare();
      told = false;
      pause = EVERY;
    } catch (RuntimeException away) {
      if (running && !told) {
        LOG.warn("Patients are not searched until this passes: {}", FailureKinds.reason(away));
      }
      told = true; // once an outage
    } finally {
      goOn(pause);
    }
  }

  private void goOn(Duration pause) {
    if (running && !thread.isShutdown()) {
      thread.schedule(this::work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void start() {
    running = true;
    thread.execute(this::work);
  }

  @Override
  public void stop() {
    running = false;
    Threads.end(thread, STOP_WITHIN);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
