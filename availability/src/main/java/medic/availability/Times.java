package medic.availability;

import java.util.Arrays;

/**
 * Sorts times. Those of a calendar come nearly in order, or spread over its days: then shifting
 * neighbours, at most after one pass into as many buckets, beats comparing far ones.
 */
final class Times {

  private static final int MOVES_IF_SCATTERED = 8;

  /** Sorted; the argument is spent. */
  static long[] sorted(long[] times) {
    if (shiftIntoOrder(times, times.length)) {
      return times;
    }
    long[] scattered = scatter(times);
    if (!shiftIntoOrder(scattered, MOVES_IF_SCATTERED * times.length)) {
      Arrays.sort(scattered);
    }
    return scattered;
  }

  /** An insertion sort that gives up, in whatever order it has reached, after so many moves. */
  private static boolean shiftIntoOrder(long[] times, int moves) {
    int left = moves;
    for (int i = 1; i < times.length; i++) {
      long time = times[i];
      int gap = i;
      while (gap > 0 && times[gap - 1] > time) {
        times[gap] = times[gap - 1];
        gap--;
      }
      times[gap] = time;
      left -= i - gap;
      if (left < 0) {
        return false;
      }
    }
    return true;
  }

  /** Into equal stretches of time, in order; within one, as they come. */
  private static long[] scatter(long[] times) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long time : times) {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    long each = Long.divideUnsigned(last - first, times.length);
    int width = Long.SIZE - Long.numberOfLeadingZeros(each);
    int[] next = new int[(int) ((last - first) >>> width) + 2];
    for (long time : times) {
      next[(int) ((time - first) >>> width) + 1]++;
    }
    for (int bucket = 1; bucket < next.length; bucket++) {
      next[bucket] += next[bucket - 1];
    }
    long[] scattered = new long[times.length];
    for (long time : times) {
      scattered[next[(int) ((time - first) >>> width)]++] = time;
    }
    return scattered;
  }

  private Times() {}
}
