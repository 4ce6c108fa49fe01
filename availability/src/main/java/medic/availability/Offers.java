package medic.availability;

import java.util.Arrays;

/**
 * Offers being gathered, one run for each shift. A run that starts before the last one ended is
 * merged into it; of two offers for one start and place the one with more capacity left stays, and
 * the earlier one when they are even.
 */
final class Offers {

  long[] starts = new long[64];
  int[] places = new int[64];
  int[] rooms = new int[64];
  int[] capacitiesLeft = new int[64];
  int size;
  private int run;

  void add(long start, int place, int room, int capacityLeft) {
    if (size == starts.length) {
      grow(2 * size);
    }
    starts[size] = start;
    places[size] = place;
    rooms[size] = room;
    capacitiesLeft[size++] = capacityLeft;
  }

  void endRun() {
    if (run > 0 && run < size && order(run - 1, run) >= 0) {
      mergeRun();
    }
    run = size;
  }

  private void mergeRun() {
    int first = firstNotBefore(run);
    Offers merged = new Offers();
    int left = first;
    int right = run;
    while (left < run || right < size) {
      int order = left == run ? 1 : right == size ? -1 : order(left, right);
      if (order == 0) {
        merged.copy(this, capacitiesLeft[right] > capacitiesLeft[left] ? right : left);
      } else {
        merged.copy(this, order < 0 ? left : right);
      }
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    size = first;
    for (int i = 0; i < merged.size; i++) {
      copy(merged, i);
    }
  }

  private int firstNotBefore(int index) {
    int first = index;
    while (first > 0 && order(first - 1, index) >= 0) {
      first--;
    }
    return first;
  }

  private int order(int one, int other) {
    int byStart = Long.compare(starts[one], starts[other]);
    return byStart != 0 ? byStart : Integer.compare(places[one], places[other]);
  }

  private void copy(Offers from, int index) {
    add(from.starts[index], from.places[index], from.rooms[index], from.capacitiesLeft[index]);
  }

  private void grow(int length) {
    starts = Arrays.copyOf(starts, length);
    places = Arrays.copyOf(places, length);
    rooms = Arrays.copyOf(rooms, length);
    capacitiesLeft = Arrays.copyOf(capacitiesLeft, length);
  }
}
