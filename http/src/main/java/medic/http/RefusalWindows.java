package medic.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import medic.events.access.AccessedResource;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Keeps the record of refusals bounded: the first is stored at once, the same again within a minute
 * is counted, and the count is stored when the minute is over. Who asks for many things in a minute
 * has the first ones told apart, and the others counted by their route. A process that is killed
 * takes the counts of its last minute with it.
 */
final class RefusalWindows implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

  static final Duration WINDOW = Duration.ofMinutes(1);
  static final int TOLD_APART = 20;
  static final int MAX_WINDOWS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(RefusalWindows.class);
  private static final long SWEEP_SECONDS = 5;

  private final Supplier<AccessLog> log;
  private final Supplier<Clock> clock;

  /** The oldest first. */
  private final Map<Refusal, Window> open = new LinkedHashMap<>();

  private final Map<Caller, Integer> openOf = new LinkedHashMap<>();
  private @Nullable ScheduledExecutorService sweeper;

  private record Refusal(Caller caller, AccessedResource resource, int status) {

    /** Whatever it was of its kind. */
    Refusal ofRoute() {
      return new Refusal(
          caller,
          new AccessedResource(resource.method(), resource.route(), null, null, null),
          status);
    }
  }

  private static final class Window {
    private final Refusal refusal;
    private final Instant since;
    private int times;

    Window(Refusal refusal, Instant since) {
      this.refusal = refusal;
      this.since = since;
    }
  }

  RefusalWindows(Supplier<AccessLog> log, Supplier<Clock> clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Stores the entry, if it is the first of its kind in a while, or throws. */
  void refused(Caller caller, AccessedResource resource, int status) {
    List<Window> over = new ArrayList<>();
    Refusal first = firstOfItsKind(new Refusal(caller, resource, status), over);
    over.forEach(this::storeCount);
    if (first != null) {
      store(first);
    }
  }

  private void store(Refusal first) {
    try {
      log.get().refused(first.caller, first.resource, first.status);
    } catch (RuntimeException notStored) {
      again(first, 1);
      throw notStored;
    }
  }

  /** Counts it; answers as what it has to be stored. */
  private synchronized @Nullable Refusal firstOfItsKind(Refusal refusal, List<Window> over) {
    boolean many = openOf.getOrDefault(refusal.caller, 0) >= TOLD_APART;
    Refusal told = open.containsKey(refusal) || !many ? refusal : refusal.ofRoute();
    Window window = open.get(told);
    if (window != null) {
      window.times++;
      return null;
    }
    if (open.size() >= MAX_WINDOWS) {
      over.add(close(open.values().iterator().next()));
    }
    open.put(told, new Window(told, clock.get().instant()));
    openOf.merge(told.caller, 1, Integer::sum);
    return told;
  }

  private Window close(Window window) {
    open.remove(window.refusal);
    openOf.computeIfPresent(
        window.refusal.caller, (caller, windows) -> windows == 1 ? null : windows - 1);
    return window;
  }

  /** Stores the counts of all windows that are over. */
  void sweep() {
    closedUntil(clock.get().instant().minus(WINDOW)).forEach(this::storeCount);
  }

  private synchronized List<Window> closedUntil(Instant last) {
    return open.values().stream().filter(window -> !window.since.isAfter(last)).toList().stream()
        .map(this::close)
        .toList();
  }

  private void storeCount(Window window) {
    Refusal refusal = window.refusal;
    if (window.times == 0) {
      return;
    }
    try {
      log.get()
          .refusedAgain(
              refusal.caller, refusal.resource, refusal.status, window.times, window.since);
    } catch (RuntimeException notStored) {
      LOG.error("{} refusals are not on record yet", window.times, notStored);
      again(refusal, window.times);
    }
  }

  /** What could not be stored is counted on, for another minute. */
  private synchronized void again(Refusal refusal, int times) {
    Window newer = open.get(refusal);
    if (newer != null) {
      newer.times += times;
    } else if (open.size() < MAX_WINDOWS) {
      Window later = new Window(refusal, clock.get().instant());
      later.times = times;
      open.put(refusal, later);
      openOf.merge(refusal.caller, 1, Integer::sum);
    }
  }

  @Override
  public synchronized void start() {
    sweeper = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("refusals"));
    sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    if (sweeper != null) {
      sweeper.shutdown();
      sweeper = null;
    }
  }

  /** Before anything is closed: what stores the counts is still there. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closing) {
    closeAll();
  }

  void closeAll() {
    closedUntil(Instant.MAX).forEach(this::storeCount);
  }

  @Override
  public synchronized boolean isRunning() {
    return sweeper != null;
  }
}
