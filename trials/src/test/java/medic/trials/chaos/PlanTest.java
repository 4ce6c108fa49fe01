package medic.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Duration LOAD = Duration.ofSeconds(10);

  @Test
  void theSameSeedGivesTheSamePlan() {
    for (long seed = 1; seed <= 50; seed++) {
      assertThat(Plan.draw(seed, 2, LOAD)).hasToString(Plan.draw(seed, 2, LOAD).toString());
    }
    assertThat(Plan.draw(1, 2, LOAD).toString()).isNotEqualTo(Plan.draw(2, 2, LOAD).toString());
  }

  @Test
  void everyKindOfFaultIsDrawn() {
    Set<String> drawn = new HashSet<>();
    LongStream.rangeClosed(1, 2000)
        .forEach(
            seed ->
                Plan.draw(seed, 1, LOAD).steps().forEach(step -> drawn.add(step.fault().name())));

    assertThat(drawn)
        .hasSize(
            ServerFault.Kind.values().length
                + DatabaseFault.Kind.values().length
                + EventFault.Kind.values().length
                + ClientFault.Kind.values().length);
  }

  @Test
  void everyFaultEndsBeforeTheLoadAndNoneClashes() {
    for (long seed = 1; seed <= 500; seed++) {
      List<Plan.Step> steps = Plan.draw(seed, 2, LOAD).steps();

      assertThat(steps).isNotEmpty().allMatch(step -> step.until().compareTo(LOAD) <= 0);
      assertThat(Plan.withoutClashes(steps)).isEqualTo(steps);
    }
  }
}
