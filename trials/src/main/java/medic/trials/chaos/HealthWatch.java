package medic.trials.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.Health;
import medic.trials.cluster.Node;

/** Asks every server all the time how it is, and remembers what was done to it meanwhile. */
final class HealthWatch {

  /** What a server answered, asked at a moment in nanoseconds of this process. */
  record Sample(String node, long at, int readiness, int liveness) {}

  /**
   * A fault that was in force, in nanoseconds of this process.
   *
   * @param until when it began to be mended
   * @param over when it was
   */
  record Outage(Fault fault, long from, long until, long over) {

    Duration length() {
      return Duration.ofNanos(until - from);
    }

    boolean overlaps(long since, long end) {
      return from < end && since < over;
    }
  }

  private static final int EVERY_MILLIS = 250;

  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final List<Outage> outages = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  static HealthWatch over(Cluster cluster) {
    HealthWatch watch = new HealthWatch();
    for (Node node : cluster.nodes()) {
      Thread thread = new Thread(() -> watch.look(node), "health of " + node.name());
      thread.setDaemon(true);
      watch.threads.add(thread);
      thread.start();
    }
    return watch;
  }

  synchronized void saw(Outage outage) {
    outages.add(outage);
  }

  synchronized List<Outage> outages() {
    return List.copyOf(outages);
  }

  List<Sample> samples(String node, long since, long until) {
    return samples.stream()
        .filter(sample -> sample.node.equals(node))
        .filter(sample -> sample.at >= since && sample.at <= until)
        .toList();
  }

  void stop() throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void look(Node node) {
    while (running) {
      long at = System.nanoTime();
      int readiness = Health.status(node, "readiness");
      int liveness = Health.status(node, "liveness");
      samples.add(new Sample(node.name(), at, readiness, liveness));
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
