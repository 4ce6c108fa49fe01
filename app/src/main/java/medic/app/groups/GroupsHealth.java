package medic.app.groups;

import java.util.stream.Stream;
import medic.deadletters.GroupState;
import medic.deadletters.GroupState.Lag;
import medic.deadletters.GroupStates;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Each group that follows the log: DEGRADED while it is behind or has parked what it could not
 * handle. The server answers 200 nonetheless, for all else goes on.
 */
final class GroupsHealth implements CompositeHealthContributor {

  static final String DEGRADED = "DEGRADED";

  private final GroupStates states;

  GroupsHealth(GroupStates states) {
    this.states = states;
  }

  @Override
  public @Nullable HealthContributor getContributor(String group) {
    return states.of(group).map(state -> indicator(group)).orElse(null);
  }

  @Override
  public Stream<Entry> stream() {
    return states.all().stream().map(state -> new Entry(state.group(), indicator(state.group())));
  }

  private HealthIndicator indicator(String group) {
    return () -> states.of(group).map(GroupsHealth::health).orElseGet(Health.unknown()::build);
  }

  private static Health health(GroupState state) {
    boolean well = state.lag() == Lag.NONE && state.parked() == 0;
    return (well ? Health.up() : Health.status(DEGRADED))
        .withDetail("eventsBehind", state.eventsBehind())
        .withDetail("secondsBehind", state.behind().toSeconds())
        .withDetail("eventDeadLetterTable", state.parked())
        .withDetail("answers", state.lag() != Lag.FAR_BEHIND)
        .build();
  }
}
