package medic.trials.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import medic.trials.cluster.Cluster;

/** One seed: load, faults as planned, healing, and every check. */
final class Trial {

  /** Something due at a moment after the load began. */
  private record Due(Duration at, Plan.Step step, boolean begins) {}

  private final Cluster cluster;
  private final List<Check> checks;
  private final Duration load;

  Trial(Cluster cluster, List<Check> checks, Duration load) {
    this.cluster = cluster;
    this.checks = List.copyOf(checks);
    this.load = load;
  }

  /**
   * What was found, and how many calls were made.
   *
   * @param left what could not be checked; empty when all was
   */
  record Outcome(Plan plan, int calls, long answered, List<String> findings, List<String> left) {}

  Outcome run(long seed) throws Exception {
    Plan plan = Plan.draw(seed, cluster.nodes().size(), load).possibleOn(cluster);
    Practice practice = Practice.create(cluster);
    long before = StoredEvents.head(cluster.postgres());
    HealthWatch health = HealthWatch.over(cluster);
    ChaosLoad clients = ChaosLoad.on(cluster, practice, seed);
    List<String> findings = new ArrayList<>();
    follow(plan, health);
    cluster.heal();
    List<ChaosCall> calls = clients.stop();
    health.stop();
    ChaosEvidence evidence =
        new ChaosEvidence(
            cluster, practice, calls, StoredEvents.after(cluster.postgres(), before), health);
    List<String> left = new ArrayList<>();
    for (Check check : checks) {
      for (String finding : check.findings(evidence)) {
        findings.add(check.name() + ": " + finding);
      }
      if (!check.wasMade()) {
        left.add(check.name());
      }
    }
    long answered = calls.stream().filter(ChaosCall::succeeded).count();
    return new Outcome(plan, calls.size(), answered, findings, left);
  }

  private void follow(Plan plan, HealthWatch health)
      throws IOException, SQLException, InterruptedException {
    long start = System.nanoTime();
    List<Due> due =
        plan.steps().stream()
            .flatMap(
                step ->
                    Stream.of(new Due(step.at(), step, true), new Due(step.until(), step, false)))
            .sorted(Comparator.comparing(Due::at))
            .toList();
    java.util.Map<Plan.Step, Long> begun = new java.util.IdentityHashMap<>();
    for (Due next : due) {
      sleepUntil(start + next.at().toNanos());
      if (next.begins()) {
        begin(next.step().fault());
        begun.put(next.step(), System.nanoTime());
      } else {
        long until = System.nanoTime();
        next.step().fault().end(cluster);
        health.saw(
            new HealthWatch.Outage(
                next.step().fault(),
                begun.getOrDefault(next.step(), until),
                until,
                System.nanoTime()));
      }
    }
    sleepUntil(start + load.toNanos());
  }

  /** One that needs the database has nothing to spoil while that is down itself. */
  private void begin(Fault fault) throws IOException, SQLException {
    try {
      fault.begin(cluster);
    } catch (SQLException refused) {
      String state = String.valueOf(refused.getSQLState());
      if (!state.startsWith("08") && !state.startsWith("53") && !state.startsWith("57")) {
        throw refused;
      }
    }
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000);
    }
  }
}
