package medic.booking.room;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.booking.deciding.AggregateLoader;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The rooms that one decision touches, always locked in the order of their ids. */
public final class RoomReservations {

  private final TreeMap<String, Aggregate<RoomCalendar>> rooms = new TreeMap<>();

  private final Repository<RoomCalendar> repository;

  private RoomReservations(Repository<RoomCalendar> repository) {
    this.repository = repository;
  }

  /** Loads and locks the rooms that are named; a name may be absent, or stand twice. */
  public static RoomReservations load(
      Repository<RoomCalendar> repository, @Nullable RoomId... rooms) {
    RoomReservations loaded = new RoomReservations(repository);
    Stream.of(rooms)
        .filter(Objects::nonNull)
        .map(RoomId::toString)
        .sorted()
        .distinct()
        .forEach(loaded::lock);
    return loaded;
  }

  /**
   * Loads and locks a room that turned out to be needed. That may be out of order: who then waits
   * for somebody who waits for them loses the race, and is decided again.
   */
  public void join(@Nullable RoomId roomId) {
    if (roomId != null) {
      lock(roomId.toString());
    }
  }

  private void lock(String id) {
    if (!rooms.containsKey(id)) {
      rooms.put(id, AggregateLoader.load(repository, id, "room", "roomId"));
    }
  }

  /** A visit in no room has room. */
  public boolean haveRoomFor(
      @Nullable RoomId roomId, Interval wanted, Instant now, Set<String> ignored) {
    return roomId == null || room(roomId).invoke(r -> r.hasRoomFor(wanted, now, ignored));
  }

  public RoomLoad load(RoomId roomId, Interval near, Instant now, Set<String> ignored) {
    return room(roomId).invoke(r -> r.load(near, now, ignored));
  }

  public void reserve(
      @Nullable RoomId roomId, Interval occupied, String holder, @Nullable Instant expiresAt) {
    if (roomId != null) {
      room(roomId).execute(r -> r.reserve(holder, occupied, expiresAt));
    }
  }

  public void release(@Nullable RoomId roomId, String holder) {
    if (roomId != null) {
      room(roomId).execute(r -> r.release(holder));
    }
  }

  private Aggregate<RoomCalendar> room(RoomId id) {
    return Objects.requireNonNull(rooms.get(id.toString()));
  }
}
