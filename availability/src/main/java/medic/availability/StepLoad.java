package medic.availability;

import java.util.Arrays;

/** How many intervals run at once, as a step function over all time. */
final class StepLoad {

  static final StepLoad NONE = of(new long[0], new long[0]);

  /**
   * {@code levels[i]} holds from {@code steps[i]} until {@code steps[i + 1]}; ends are infinite.
   */
  private final long[] steps;

  private final int[] levels;

  private StepLoad(long[] steps, int[] levels) {
    this.steps = steps;
    this.levels = levels;
  }

  /** Reorders both arrays: how many run at once does not ask which start goes with which end. */
  static StepLoad of(long[] starts, long[] ends) {
    return merge(Times.sorted(starts), Times.sorted(ends));
  }

  /** Without branches to mispredict; of several changes at one time the last level stays. */
  private static StepLoad merge(long[] starts, long[] ends) {
    int n = starts.length;
    long[] steps = new long[2 * n + 2];
    int[] levels = new int[2 * n + 1];
    steps[0] = Long.MIN_VALUE;
    int size = 1;
    int started = 0;
    int ended = 0;
    while (ended < n) {
      boolean begins = started < n && starts[started] <= ends[ended];
      long step = begins ? starts[started] : ends[ended];
      started += begins ? 1 : 0;
      ended += begins ? 0 : 1;
      size -= step == steps[size - 1] ? 1 : 0;
      steps[size] = step;
      levels[size] = started - ended;
      size++;
    }
    Arrays.fill(steps, size, steps.length, Long.MAX_VALUE);
    return new StepLoad(steps, levels);
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

    private static final int NEAR = 8;

    private int segment;
    private long from;
    private long to;
    private int level;

    private Cursor(long near) {
      enter(segmentAt(near));
    }

    /** The highest level inside [start, end). */
    int peak(long start, long end) {
      return from <= start && end <= to ? level : peakAcross(start, end);
    }

    private int peakAcross(long start, long end) {
      enter(segmentOf(start));
      int peak = level;
      for (int next = segment + 1; steps[next] < end; next++) {
        peak = Math.max(peak, levels[next]);
      }
      return peak;
    }

    /** The first instant of [start, end) at which anything runs, or {@code end}. */
    long freeUntil(long start, long end) {
      enter(segmentOf(start));
      if (level > 0) {
        return start;
      }
      int next = segment + 1;
      while (steps[next] < end && levels[next] == 0) {
        next++;
      }
      return Math.min(steps[next], end);
    }

    /** The end of what runs at an instant, or the instant itself where nothing does. */
    long takenUntil(long instant) {
      enter(segmentOf(instant));
      if (level == 0) {
        return instant;
      }
      int next = segment + 1;
      while (levels[next] > 0) {
        next++;
      }
      return steps[next];
    }

    private int segmentOf(long instant) {
      if (instant < from) {
        return segmentAt(instant);
      }
      int last = Math.min(segment + NEAR, levels.length - 1);
      for (int near = segment; near <= last; near++) {
        if (instant < steps[near + 1]) {
          return near;
        }
      }
      return segmentAt(instant);
    }

    private void enter(int index) {
      segment = index;
      from = steps[index];
      to = steps[index + 1];
      level = levels[index];
    }
  }
}
