package medic.deadletters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import medic.deadletters.GroupState.Lag;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How all groups do, looked at every second from beside: whoever asks is answered at once, also
 * when the database is not. While it is away the last answer stands.
 */
@Component
public final class GroupStates implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(GroupStates.class);
  private static final long EVERY_MILLIS = 1_000;

  private final DeadLetterGroups deadLetters;
  private final StoredTokens tokens;
  private final EventDeadLetterTable parked;
  private final EventStore events;
  private final Clock clock;
  private final Duration degradedAfter;
  private final Duration refusedAfter;

  /** What each group has yet to reach, and since when. */
  private final Map<String, Target> targets = new HashMap<>();

  private final Map<String, GroupState> states = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService thread;

  private record Target(long position, Instant since) {}

  GroupStates(
      DeadLetterGroups deadLetters,
      StoredTokens tokens,
      EventDeadLetterTable parked,
      EventStore events,
      Clock clock,
      @Value("${medic.groups.degraded-after:10s}") Duration degradedAfter,
      @Value("${medic.groups.refused-after:60s}") Duration refusedAfter) {
    this.deadLetters = deadLetters;
    this.tokens = tokens;
    this.parked = parked;
    this.events = events;
    this.clock = clock;
    this.degradedAfter = degradedAfter;
    this.refusedAfter = refusedAfter;
  }

  /** Of all groups that have been looked at, by name. */
  public List<GroupState> all() {
    return states.values().stream().sorted(Comparator.comparing(GroupState::group)).toList();
  }

  public Optional<GroupState> of(String group) {
    return Optional.ofNullable(states.get(group));
  }

  private void look() {
    try {
      lookAt(deadLetters.groups());
    } catch (RuntimeException away) {
      LOG.debug("Cannot look at the groups", away);
    }
  }

  private void lookAt(Collection<String> groups) {
    Map<String, Long> reached = new HashMap<>();
    tokens
        .of(groups)
        .forEach(segment -> reached.merge(segment.group(), position(segment.token()), Math::min));
    long head = position(events.createHeadToken());
    Map<String, Long> counts = parked.counts();
    Instant now = clock.instant();
    for (String group : groups) {
      long position = reached.getOrDefault(group, -1L);
      Duration behind = behind(group, position, head, now);
      states.put(
          group,
          new GroupState(
              group,
              Math.max(0, head - position),
              behind,
              counts.getOrDefault(group, 0L),
              lag(behind)));
    }
  }

  private Duration behind(String group, long position, long head, Instant now) {
    Target target = targets.get(group);
    if (target == null || position >= target.position) {
      target = new Target(head, now);
      targets.put(group, target);
    }
    return position >= target.position ? Duration.ZERO : Duration.between(target.since, now);
  }

  private Lag lag(Duration behind) {
    if (behind.compareTo(refusedAfter) >= 0) {
      return Lag.FAR_BEHIND;
    }
    return behind.compareTo(degradedAfter) >= 0 ? Lag.BEHIND : Lag.NONE;
  }

  private static long position(@Nullable TrackingToken token) {
    TrackingToken reached = token == null ? null : WrappedToken.unwrapLowerBound(token);
    return reached == null ? -1 : reached.position().orElse(-1);
  }

  @Override
  public synchronized void start() {
    thread = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("group-states"));
    thread.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
