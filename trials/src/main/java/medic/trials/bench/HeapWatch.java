package medic.trials.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.locks.LockSupport;

/** The most that was left in the heap after any collection while something ran. */
final class HeapWatch implements AutoCloseable {

  private static final long EVERY_NANOS = 20_000_000;
  private static final double MEGABYTE = 1 << 20;

  private final Thread thread = new Thread(this::watch, "heap-watch");
  private volatile double most;
  private volatile boolean watching = true;

  HeapWatch() {
    thread.setDaemon(true);
    thread.start();
  }

  /** In megabytes. */
  double most() {
    return most;
  }

  /** What is in use once all garbage is gone, in megabytes. */
  static double atRest() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }

  private void watch() {
    while (watching) {
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)
          .forEach(collector -> look(collector.getLastGcInfo()));
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  private void look(GcInfo last) {
    if (last != null) {
      double left =
          last.getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old).*"))
              .mapToLong(pool -> used(pool.getValue()))
              .sum();
      most = Math.max(most, left / MEGABYTE);
    }
  }

  private static long used(MemoryUsage usage) {
    return usage.getUsed();
  }

  @Override
  public void close() throws InterruptedException {
    watching = false;
    thread.join();
  }
}
