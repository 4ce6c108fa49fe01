package medic.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Offers as parallel arrays, ordered by start, then place; at most one for each such pair. */
public final class Slots {

  private final long duration;
  private final long[] starts;
  private final int[] places;
  private final int[] rooms;
  private final int[] capacitiesLeft;

  private Slots(long duration, Offers offers) {
    this.duration = duration;
    starts = Arrays.copyOf(offers.starts, offers.size);
    places = Arrays.copyOf(offers.places, offers.size);
    rooms = Arrays.copyOf(offers.rooms, offers.size);
    capacitiesLeft = Arrays.copyOf(offers.capacitiesLeft, offers.size);
  }

  static Slots of(long duration, Offers offers) {
    return new Slots(duration, offers);
  }

  public int size() {
    return starts.length;
  }

  /** Epoch milliseconds. */
  public long startsAt(int index) {
    return starts[index];
  }

  /** Epoch milliseconds, buffers left out. */
  public long endsAt(int index) {
    return starts[index] + duration;
  }

  public int place(int index) {
    return places[index];
  }

  /** The room it would take, or {@link WeeklyHours#NO_ROOM}. */
  public int room(int index) {
    return rooms[index];
  }

  public int capacityLeft(int index) {
    return capacitiesLeft[index];
  }

  public Slot slot(int index) {
    return new Slot(
        Instant.ofEpochMilli(startsAt(index)),
        Instant.ofEpochMilli(endsAt(index)),
        places[index],
        rooms[index],
        capacitiesLeft[index]);
  }

  public List<Slot> toList() {
    List<Slot> list = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      list.add(slot(i));
    }
    return List.copyOf(list);
  }
}
