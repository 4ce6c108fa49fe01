package medic.trials.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import medic.trials.cluster.Cluster;

/** Clients of all roles who act at random for a while; what each does is drawn from the seed. */
final class ChaosLoad {

  private static final int PATIENTS = 5;
  private static final int DOCTORS = 2;

  private final Queue<ChaosCall> calls = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  /** Starts it. */
  static ChaosLoad on(Cluster cluster, Practice practice, long seed) {
    ChaosLoad load = new ChaosLoad();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < PATIENTS; i++) {
      load.start(
          new PatientActs(load.client(cluster, practice, seeds), practice.patients().get(i)));
    }
    for (int i = 0; i < DOCTORS; i++) {
      load.start(new DoctorActs(load.client(cluster, practice, seeds), practice.doctors().get(i)));
    }
    load.start(new AuditorActs(load.client(cluster, practice, seeds)));
    return load;
  }

  private Acting client(Cluster cluster, Practice practice, SplittableRandom seeds) {
    return new Acting(cluster, practice, seeds.split(), calls);
  }

  private void start(Runnable act) {
    Thread thread =
        new Thread(
            () -> {
              while (running) {
                act.run();
              }
            },
            "trial-client");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Ends it, once every call has its answer. */
  List<ChaosCall> stop() throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(calls);
  }
}
