package medic.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import medic.trials.cluster.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers and their database under faults drawn from seeds: those that found something once.
 * {@code ./medic chaos --seed N} runs any other.
 */
@Tag("server")
class ChaosTest {

  private static final Duration LOAD = Duration.ofSeconds(10);

  @TempDir static Path home;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.start(home, 2);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /**
   * 101 cut a server off: bookings that were not stored were answered with 200. 103 filled the disk
   * (500), stored an event without fields (a read model stood still) and killed the database. 107
   * stored one that is no JSON: an export of it was called changed.
   */
  @ParameterizedTest
  @ValueSource(longs = {101, 103, 107})
  void allHolds(long seed) throws Exception {
    Trial.Outcome outcome = new Trial(cluster, Chaos.checks(home), LOAD).run(seed);

    System.out.println(outcome.plan() + " | " + outcome.calls() + " calls");
    assertThat(outcome.answered()).isPositive();
    assertThat(outcome.findings()).as(outcome.plan().toString()).isEmpty();
  }
}
