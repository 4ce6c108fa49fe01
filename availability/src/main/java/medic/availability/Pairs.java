package medic.availability;

import java.util.Arrays;

/** Intervals being gathered, as two growing arrays; who belongs to whom is soon forgotten. */
final class Pairs {

  private static final long[] NOTHING = {};

  private long[] starts = NOTHING;
  private long[] ends = NOTHING;
  private int size;

  void add(long from, long to) {
    requireTime(from, to);
    reserve(1);
    starts[size] = from;
    ends[size++] = to;
  }

  void addAll(long[] from, long[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "As many starts as ends: " + from.length + ", " + to.length);
    }
    for (int i = 0; i < from.length; i++) {
      requireTime(from[i], to[i]);
    }
    reserve(from.length);
    System.arraycopy(from, 0, starts, size, from.length);
    System.arraycopy(to, 0, ends, size, to.length);
    size += from.length;
  }

  StepLoad load() {
    return size == 0 ? StepLoad.NONE : StepLoad.of(filled(starts), filled(ends));
  }

  private long[] filled(long[] values) {
    return values.length == size ? values : Arrays.copyOf(values, size);
  }

  private void reserve(int more) {
    if (size + more > starts.length) {
      int length = Math.max(size + more, 2 * size);
      starts = Arrays.copyOf(starts, length);
      ends = Arrays.copyOf(ends, length);
    }
  }

  private static void requireTime(long from, long to) {
    if (from >= to) {
      throw new IllegalArgumentException(
          "An interval must end after it starts: " + from + ", " + to);
    }
  }
}
