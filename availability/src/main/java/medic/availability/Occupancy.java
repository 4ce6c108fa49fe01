package medic.availability;

import java.util.HashMap;
import java.util.Map;

/**
 * What takes time, as half-open spans of epoch milliseconds.
 *
 * <ul>
 *   <li>booked: the doctor's own visits and holds at any place, buffers included; they count
 *       towards the peak that a template's parallel visits limit
 *   <li>busy: times outside the practice; they block outright
 *   <li>rooms: who takes a room, anyone's visits, buffers included, and how many it holds
 * </ul>
 *
 * A room whose capacity was never told holds one visit at a time.
 */
public final class Occupancy {

  public static final Occupancy NONE = builder().build();

  private static final Room UNTOLD = new Room(1, StepLoad.NONE);

  private final StepLoad booked;
  private final StepLoad busy;
  private final Map<Integer, Room> rooms;

  private Occupancy(StepLoad booked, StepLoad busy, Map<Integer, Room> rooms) {
    this.booked = booked;
    this.busy = busy;
    this.rooms = rooms;
  }

  public static Builder builder() {
    return new Builder();
  }

  StepLoad booked() {
    return booked;
  }

  StepLoad busy() {
    return busy;
  }

  Room room(int room) {
    return room == WeeklyHours.NO_ROOM ? Room.NO_LIMIT : rooms.getOrDefault(room, UNTOLD);
  }

  record Room(int capacity, StepLoad taken) {
    static final Room NO_LIMIT = new Room(Integer.MAX_VALUE, StepLoad.NONE);
  }

  /** Gathers in any order; used by one thread. */
  public static final class Builder {

    private final Pairs booked = new Pairs();
    private final Pairs busy = new Pairs();
    private final Map<Integer, Integer> capacities = new HashMap<>();
    private final Map<Integer, Pairs> taken = new HashMap<>();

    private Builder() {}

    public Builder booked(long from, long to) {
      booked.add(from, to);
      return this;
    }

    /** Reads {@code from[i]} and {@code to[i]} as pairs; keeps neither array. */
    public Builder booked(long[] from, long[] to) {
      booked.addAll(from, to);
      return this;
    }

    public Builder busy(long from, long to) {
      busy.add(from, to);
      return this;
    }

    /** Reads {@code from[i]} and {@code to[i]} as pairs; keeps neither array. */
    public Builder busy(long[] from, long[] to) {
      busy.addAll(from, to);
      return this;
    }

    public Builder room(int room, int capacity) {
      if (room < 0 || capacity < 0) {
        throw new IllegalArgumentException(
            "Room and capacity must not be negative: " + room + ", " + capacity);
      }
      capacities.put(room, capacity);
      return this;
    }

    public Builder roomTaken(int room, long from, long to) {
      takenOf(room).add(from, to);
      return this;
    }

    /** Reads {@code from[i]} and {@code to[i]} as pairs; keeps neither array. */
    public Builder roomTaken(int room, long[] from, long[] to) {
      takenOf(room).addAll(from, to);
      return this;
    }

    public Occupancy build() {
      Map<Integer, Room> rooms = new HashMap<>();
      capacities.forEach((room, capacity) -> rooms.put(room, new Room(capacity, StepLoad.NONE)));
      taken.forEach(
          (room, pairs) ->
              rooms.put(room, new Room(capacities.getOrDefault(room, 1), pairs.load())));
      return new Occupancy(booked.load(), busy.load(), rooms);
    }

    private Pairs takenOf(int room) {
      return taken.computeIfAbsent(room, unseen -> new Pairs());
    }
  }
}
