package medic.availability;

/**
 * Offers being gathered, one run for each shift. A run that starts before the last one ended is
 * merged into it; of two offers for one start and place the one with more capacity left stays, and
 * the earlier one when they are even.
 */
final class Offers {

  long[] starts;
  int[] places;
  int[] rooms;
  int[] capacitiesLeft;
  int size;
  private int run;

  Offers(int atMost) {
    starts = new long[atMost];
    places = new int[atMost];
    rooms = new int[atMost];
    capacitiesLeft = new int[atMost];
  }

  void add(long start, int place, int room, int capacityLeft) {
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
    Offers merged = new Offers(size - first);
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
}
