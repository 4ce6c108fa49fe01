package medic.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Offers as parallel arrays, ordered by start, then place; at most one for each such pair. */
public final class Slots {

  private final long duration;
  private final Offers offers;

  Slots(long duration, Offers offers) {
    this.duration = duration;
    this.offers = offers;
  }

  public int size() {
    return offers.size;
  }

  /** Epoch milliseconds. */
  public long startsAt(int index) {
    return offers.starts[index];
  }

  /** Epoch milliseconds, buffers left out. */
  public long endsAt(int index) {
    return offers.starts[index] + duration;
  }

  public int place(int index) {
    return offers.places[index];
  }

  /** The room it would take, or {@link WeeklyHours#NO_ROOM}. */
  public int room(int index) {
    return offers.rooms[index];
  }

  public int capacityLeft(int index) {
    return offers.capacitiesLeft[index];
  }

  public Slot slot(int index) {
    return new Slot(
        Instant.ofEpochMilli(startsAt(index)),
        Instant.ofEpochMilli(endsAt(index)),
        offers.places[index],
        offers.rooms[index],
        offers.capacitiesLeft[index]);
  }

  public List<Slot> toList() {
    List<Slot> list = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      list.add(slot(i));
    }
    return List.copyOf(list);
  }
}
