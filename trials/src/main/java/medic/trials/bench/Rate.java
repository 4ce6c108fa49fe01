package medic.trials.bench;

import java.util.Arrays;

/**
 * How often something was done a second, and how long it took: the median and the 99th per cent.
 */
record Rate(double perSecond, double medianMillis, double p99Millis) {

  static Rate of(long[] nanos, double seconds) {
    Arrays.sort(nanos);
    return new Rate(nanos.length / seconds, millis(nanos, 0.5), millis(nanos, 0.99));
  }

  private static double millis(long[] sorted, double quantile) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * quantile)] / 1e6;
  }
}
