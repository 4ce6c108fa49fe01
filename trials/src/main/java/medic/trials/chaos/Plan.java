package medic.trials.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import medic.trials.cluster.Cluster;

/** Which faults come when, as drawn from a seed: the same seed gives the same plan. */
record Plan(long seed, List<Step> steps) {

  /** A fault, begun so long after the load, and mended so long after that. */
  record Step(Fault fault, Duration at, Duration lasts) {

    Duration until() {
      return at.plus(lasts);
    }

    @Override
    public String toString() {
      return "%.1f s: %s for %.1f s"
          .formatted(at.toMillis() / 1000.0, fault.name(), lasts.toMillis() / 1000.0);
    }
  }

  private static final int MAX_FAULTS = 4;
  private static final int MIN_MILLIS = 300;
  private static final int MAX_MILLIS = 8_000;

  /**
   * @param servers how many servers there are
   * @param load how long there is load, within which every fault begins and ends
   */
  static Plan draw(long seed, int servers, Duration load) {
    SplittableRandom random = new SplittableRandom(seed);
    int faults = 1 + random.nextInt(MAX_FAULTS);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < faults; i++) {
      steps.add(step(random, servers, load));
    }
    steps.sort(Comparator.comparing(Step::at));
    return new Plan(seed, withoutClashes(steps));
  }

  private static Step step(SplittableRandom random, int servers, Duration load) {
    Fault fault = fault(random, servers);
    int longest = (int) Math.min(MAX_MILLIS, load.toMillis() * 2 / 3);
    int lasts = MIN_MILLIS + random.nextInt(longest - MIN_MILLIS);
    int at = random.nextInt((int) load.toMillis() - lasts);
    return new Step(fault, Duration.ofMillis(at), Duration.ofMillis(lasts));
  }

  private static Fault fault(SplittableRandom random, int servers) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 ->
          new ServerFault(one(ServerFault.Kind.values(), random), random.nextInt(servers));
      case 4, 5, 6, 7 ->
          new DatabaseFault(one(DatabaseFault.Kind.values(), random), random.nextInt(1000));
      case 8 ->
          new EventFault(
              one(EventFault.Kind.values(), random),
              new UUID(
                  random.nextLong() & ~0xF000L | 0x4000L,
                  random.nextLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE));
      default -> new ClientFault(one(ClientFault.Kind.values(), random), random.nextInt(servers));
    };
  }

  private static <T> T one(T[] all, SplittableRandom random) {
    return all[random.nextInt(all.length)];
  }

  /** The database is in one state at a time, and so is each server. */
  static List<Step> withoutClashes(List<Step> steps) {
    List<Step> kept = new ArrayList<>();
    for (Step step : steps) {
      if (kept.stream().noneMatch(before -> clash(before, step))) {
        kept.add(step);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean clash(Step before, Step next) {
    return before.until().compareTo(next.at()) > 0
        && (before.fault() instanceof DatabaseFault && next.fault() instanceof DatabaseFault
            || before.fault() instanceof ServerFault one
                && next.fault() instanceof ServerFault other
                && one.node() == other.node());
  }

  /** Without what this machine cannot do; how much that is is told. */
  Plan possibleOn(Cluster cluster) {
    return new Plan(seed, steps.stream().filter(step -> step.fault().isPossible(cluster)).toList());
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + ": "
        + steps.stream().map(Step::toString).collect(Collectors.joining("; "));
  }
}
