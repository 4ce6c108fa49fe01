package medic.trials.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import medic.app.cli.Subcommand;
import medic.log.note.VerifierKey;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.QuietLog;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Breaks a small cluster in ways drawn from seeds, and tells what then does not hold. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description =
        "Breaks a small cluster on loopback, as drawn from a seed, and checks what holds.")
public final class Chaos implements Subcommand {

  /**
   * The checks read a cluster's whole log: with more seeds on it they need more memory than is
   * given.
   */
  private static final int SEEDS_A_CLUSTER = 10;

  @Option(names = "--seed", description = "The first seed (default: 1).")
  private long seed = 1;

  @Option(names = "--seeds", description = "How many seeds, one after the other (default: 1).")
  private int seeds = 1;

  @Option(names = "--seconds", description = "How long each has load (default: 12).")
  private int seconds = 12;

  @Option(names = "--nodes", description = "How many servers there are (default: 2).")
  private int nodes = 2;

  @Option(names = "--results", description = "A file that gets a line for each seed.")
  private Optional<Path> results = Optional.empty();

  @Override
  public Integer call() throws Exception {
    QuietLog.begin();
    long end = seed + seeds;
    boolean clean = true;
    for (long first = seed; first < end; first += SEEDS_A_CLUSTER) {
      clean &= onOneCluster(first, Math.min(first + SEEDS_A_CLUSTER, end), System.out);
    }
    return clean ? 0 : 1;
  }

  private boolean onOneCluster(long first, long end, PrintStream out) throws Exception {
    Path home = Files.createTempDirectory("medic-chaos");
    boolean clean = run(home, first, end, out);
    if (clean) {
      FileSystemUtils.deleteRecursively(home);
    } else {
      out.println("what the servers logged is in " + home);
    }
    return clean;
  }

  private boolean run(Path home, long first, long end, PrintStream out) throws Exception {
    try (Cluster cluster = Cluster.start(home, nodes)) {
      Thread hook = new Thread(cluster::close);
      Runtime.getRuntime().addShutdownHook(hook);
      if (first == seed) {
        tellWhatIsSkipped(cluster, out);
      }
      Trial trial = new Trial(cluster, checks(home), Duration.ofSeconds(seconds));
      boolean clean = true;
      for (long next = first; next < end; next++) {
        Trial.Outcome outcome = trial.run(next);
        clean &= outcome.findings().isEmpty();
        tell(outcome, out);
      }
      Runtime.getRuntime().removeShutdownHook(hook);
      return clean;
    }
  }

  /** All that must hold. */
  static List<Check> checks(Path home) throws IOException {
    VerifierKey key =
        VerifierKey.parse(
            Files.readString(home.resolve("data").resolve("keys").resolve("log.pub")));
    return List.of(
        new AnswersAreWhole(),
        new StoredOnce(),
        new NobodyTwice(),
        new RefusalsAreJustified(),
        new OrderIsKept(),
        new HealthTellsTheTruth(),
        new RoutesAnswer(),
        new ReadModelsEqualReplay(),
        new LogVerifies(key));
  }

  private static void tellWhatIsSkipped(Cluster cluster, PrintStream out) {
    if (!cluster.postgres().hasSmallDisk()) {
      out.println("skipped: full disks, which need root to mount a small one");
    }
  }

  private void tell(Trial.Outcome outcome, PrintStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(outcome.plan())
        .append(" | ")
        .append(outcome.calls())
        .append(" calls, ")
        .append(outcome.answered())
        .append(" succeeded, ")
        .append(outcome.findings().size())
        .append(" findings")
        .append(outcome.left().isEmpty() ? "" : ", not checked: " + outcome.left())
        .append('\n');
    outcome.findings().forEach(finding -> text.append("  ").append(finding).append('\n'));
    out.print(text);
    if (results.isPresent()) {
      Files.writeString(
          results.get(),
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
