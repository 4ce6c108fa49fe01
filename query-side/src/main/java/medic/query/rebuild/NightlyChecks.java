package medic.query.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.deadletters.FailureKinds;
import medic.query.processing.Threads;
import medic.query.rows.Rebuildable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Checks all read models once a day, at the time that is set, on whichever node comes first. What
 * it finds, health tells until a later check finds nothing, or the read model is rebuilt.
 */
@Component
class NightlyChecks implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyChecks.class);
  private static final Duration LOOK = Duration.ofSeconds(20);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /** A node that was down at the time makes up for it within this, and not in working hours. */
  private static final Duration LATE = Duration.ofHours(1);

  private final List<String> names;
  private final Checks checks;
  private final CheckTable found;
  private final Clock clock;
  private final String at;
  private final ScheduledExecutorService thread = Threads.one("nightly-checks");
  private volatile boolean running;

  NightlyChecks(
      List<Rebuildable> models,
      Checks checks,
      CheckTable found,
      Clock clock,
      @Value("${MEDIC_CHECK_AT:}") String at) {
    this.names = models.stream().map(Rebuildable::group).sorted().toList();
    this.checks = checks;
    this.found = found;
    this.clock = clock;
    this.at = at.strip();
  }

  /** The last time at which checks were to begin. */
  static Instant due(Instant now, LocalTime at) {
    Instant today = now.atZone(ZoneOffset.UTC).with(at).toInstant();
    return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
  }

  private void look() {
    Instant now = clock.instant();
    Instant due = due(now, LocalTime.parse(at));
    if (Duration.between(due, now).compareTo(LATE) > 0) {
      return;
    }
    for (String name : names) {
      if (running && isDue(name, due)) {
        check(name);
      }
    }
  }

  private boolean isDue(String name, Instant due) {
    return found.of(name).filter(last -> !last.checkedAt().isBefore(due)).isEmpty();
  }

  private void check(String name) {
    try {
      CheckView view = checks.check(name, events -> {});
      if (view.differences() > 0) {
        LOG.error("{} differs from the log in {} rows", name, view.differences());
      }
    } catch (Checks.UnderWay onAnotherNode) {
      LOG.debug("{} is being checked", name);
    }
  }

  private void safely() {
    try {
      look();
    } catch (RuntimeException failed) {
      LOG.warn("The nightly check failed, trying again: {}", FailureKinds.reason(failed));
    }
  }

  @Override
  public void start() {
    running = true;
    if (!at.isEmpty()) {
      thread.scheduleWithFixedDelay(
          this::safely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    if (!Threads.end(thread, STOP_WITHIN)) {
      LOG.warn("A check goes on while the server stops");
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
