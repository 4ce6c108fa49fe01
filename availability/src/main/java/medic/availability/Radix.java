package medic.availability;

import java.util.Arrays;

/**
 * Sorts times. Comparing costs a mispredicted branch for most pairs of unordered times; counting
 * bytes costs none, and the times of one calendar differ in few of them.
 */
final class Radix {

  private static final int WORTHWHILE = 64;
  private static final int BITS = 8;
  private static final int DIGITS = 1 << BITS;

  /** Sorts in place, or returns the sorted copy; the argument is spent either way. */
  static long[] sorted(long[] values) {
    if (isSorted(values)) {
      return values;
    }
    if (values.length < WORTHWHILE) {
      Arrays.sort(values);
      return values;
    }
    return byDigits(values);
  }

  private static long[] byDigits(long[] values) {
    long differing = 0;
    for (long value : values) {
      differing |= value ^ values[0];
    }
    int lowest = Long.numberOfTrailingZeros(differing);
    long[] from = values;
    long[] to = new long[values.length];
    for (int shift = lowest; shift < Long.SIZE && differing >>> shift != 0; shift += BITS) {
      distribute(from, to, shift);
      long[] spent = from;
      from = to;
      to = spent;
    }
    return from;
  }

  private static void distribute(long[] from, long[] to, int shift) {
    int[] next = new int[DIGITS + 1];
    for (long value : from) {
      next[digit(value, shift) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (long value : from) {
      to[next[digit(value, shift)]++] = value;
    }
  }

  /** The sign bit is turned, so that times before 1970 come first. */
  private static int digit(long value, int shift) {
    return (int) ((value ^ Long.MIN_VALUE) >>> shift) & (DIGITS - 1);
  }

  private static boolean isSorted(long[] values) {
    for (int i = 1; i < values.length; i++) {
      if (values[i - 1] > values[i]) {
        return false;
      }
    }
    return true;
  }

  private Radix() {}
}
