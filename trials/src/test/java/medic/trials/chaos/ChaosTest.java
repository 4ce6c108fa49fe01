package medic.trials.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
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

  private static final int LINES_OF_A_FAILURE = 60;

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
    if (!outcome.findings().isEmpty()) {
      printFailures();
    }
    assertThat(outcome.answered()).isPositive();
    assertThat(outcome.findings()).as(outcome.plan().toString()).isEmpty();
  }

  /** What the servers said of failures of their own: their logs are gone after the test. */
  private static void printFailures() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        int left = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
          left = line.contains("unexpected failure") ? LINES_OF_A_FAILURE : left - 1;
          if (left > 0) {
            System.out.println(log.getFileName() + ": " + line);
          }
        }
      }
    }
  }
}
