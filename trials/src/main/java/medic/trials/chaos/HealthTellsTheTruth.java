package medic.trials.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import medic.trials.chaos.HealthWatch.Outage;
import medic.trials.cluster.Node;

/**
 * A server that cannot reach its database says within five seconds that it is not ready, goes on
 * saying that it is alive, and is ready again within five seconds of the end.
 */
final class HealthTellsTheTruth implements Check {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG_ENOUGH = Duration.ofMillis(6500);

  @Override
  public String name() {
    return "health tells the truth";
  }

  @Override
  public List<String> findings(ChaosEvidence evidence) {
    List<String> findings = new ArrayList<>();
    for (Outage outage : evidence.health().outages()) {
      for (Node node : evidence.cluster().nodes()) {
        if (outage.fault().takesDatabaseFrom(node.name())
            && outage.length().compareTo(LONG_ENOUGH) > 0) {
          judge(node.name(), outage, evidence.health(), findings);
        }
      }
    }
    return findings;
  }

  private static void judge(String node, Outage outage, HealthWatch health, List<String> findings) {
    if (isDisturbed(node, outage, health)) {
      return;
    }
    long soon = outage.from() + SOON.toNanos() + Duration.ofSeconds(1).toNanos();
    if (health.samples(node, outage.from(), soon).stream()
        .noneMatch(sample -> sample.readiness() == 503)) {
      findings.add(node + " does not say that it is not ready: " + outage.fault().name());
    }
    if (!isReadyAfter(node, outage, health)) {
      findings.add(node + " does not say that it is ready again: " + outage.fault().name());
    }
    if (health.samples(node, outage.from(), outage.until()).stream()
        .anyMatch(sample -> sample.liveness() != 200)) {
      findings.add(node + " does not say that it is alive: " + outage.fault().name());
    }
  }

  /** Unless something else, or nobody asked, until well after the end. */
  private static boolean isReadyAfter(String node, Outage outage, HealthWatch health) {
    long soon = outage.over() + SOON.plusSeconds(1).toNanos();
    var after = health.samples(node, outage.over(), soon);
    boolean followed =
        health.outages().stream()
            .anyMatch(other -> other != outage && other.overlaps(outage.over(), soon));
    boolean askedLongEnough =
        !after.isEmpty() && after.get(after.size() - 1).at() > soon - SOON.toNanos() / 5;
    return followed
        || !askedLongEnough
        || after.stream().anyMatch(sample -> sample.readiness() == 200);
  }

  /** Whether something else happened to the server itself at the time. */
  private static boolean isDisturbed(String node, Outage outage, HealthWatch health) {
    return health.outages().stream()
        .filter(other -> other != outage)
        .filter(other -> other.overlaps(outage.from(), outage.until()))
        .anyMatch(other -> other.fault().name().contains(node));
  }
}
