package medic.app.groups;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import medic.deadletters.DeadLetterGroups;
import medic.deadletters.GroupState;
import medic.deadletters.GroupStates;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** How far each group is behind, and how many events it has parked, once there are groups. */
final class GroupMeters implements ApplicationListener<ApplicationReadyEvent> {

  private static final double MILLIS = 1_000;

  private final DeadLetterGroups deadLetters;
  private final GroupStates states;
  private final MeterRegistry registry;

  GroupMeters(DeadLetterGroups deadLetters, GroupStates states, MeterRegistry registry) {
    this.deadLetters = deadLetters;
    this.states = states;
    this.registry = registry;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    for (String group : deadLetters.groups()) {
      gauge("medic.group.lag.events", group, GroupState::eventsBehind);
      gauge("medic.group.lag.seconds", group, state -> state.behind().toMillis() / MILLIS);
      gauge("medic.group.parked.events", group, GroupState::parked);
    }
  }

  private void gauge(String name, String group, ToDoubleFunction<GroupState> value) {
    Gauge.builder(name, states, all -> all.of(group).map(value::applyAsDouble).orElse(Double.NaN))
        .tag("group", group)
        .register(registry);
  }
}
