package medic.availability;

import java.util.Arrays;

/** How many intervals run at once, as a step function over all time. */
final class Load {

  static final Load NONE = of(new long[0], new long[0]);

  /**
   * {@code levels[i]} holds from {@code steps[i]} until {@code steps[i + 1]}; ends are infinite.
   */
  private final long[] steps;

  private final int[] levels;

  private Load(long[] steps, int[] levels) {
    this.steps = steps;
    this.levels = levels;
  }

  /** Takes both arrays over; pairs need no order, and lose theirs. */
  static Load of(long[] starts, long[] ends) {
    Arrays.sort(starts);
    Arrays.sort(ends);
    return merge(starts, ends);
  }

  private static Load merge(long[] starts, long[] ends) {
    int n = starts.length;
    long[] steps = new long[2 * n + 2];
    int[] levels = new int[2 * n + 1];
    steps[0] = Long.MIN_VALUE;
    int size = 1;
    for (int started = 0, ended = 0; ended < n; ) {
      long step = started < n ? Math.min(starts[started], ends[ended]) : ends[ended];
      while (started < n && starts[started] == step) {
        started++;
      }
      while (ended < n && ends[ended] == step) {
        ended++;
      }
      steps[size] = step;
      levels[size] = started - ended;
      size++;
    }
    Arrays.fill(steps, size, steps.length, Long.MAX_VALUE);
    return new Load(steps, levels);
  }

  Cursor cursor(long near) {
    return new Cursor(near);
  }

  private int segmentAt(long instant) {
    int found = Arrays.binarySearch(steps, instant);
    return found >= 0 ? found : -found - 2;
  }

  /** Asks along a sweep: cheap when each question lies shortly after the one before. */
  final class Cursor {

    private int segment;

    private Cursor(long near) {
      segment = segmentAt(near);
    }

    /** The highest level inside [from, to). */
    int peak(long from, long to) {
      seek(from);
      int peak = levels[segment];
      for (int next = segment + 1; steps[next] < to; next++) {
        peak = Math.max(peak, levels[next]);
      }
      return peak;
    }

    private void seek(long instant) {
      if (instant < steps[segment]) {
        segment = segmentAt(instant);
      }
      while (steps[segment + 1] <= instant) {
        segment++;
      }
    }
  }
}
