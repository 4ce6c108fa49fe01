package medic.booking.room;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import medic.availability.Interval;
import medic.booking.occupancy.Reservation;
import medic.booking.occupancy.Reservations;
import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import medic.events.room.RoomCalendarEvent;
import medic.events.room.RoomOpened;
import medic.events.room.RoomReleased;
import medic.events.room.RoomReserved;
import medic.events.room.RoomResized;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Who takes a room when, whichever doctor sees them there. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class RoomCalendar {

  @AggregateIdentifier private @Nullable RoomId id;
  private int capacity;
  private Reservations reservations = new Reservations();

  RoomCalendar() {}

  public static RoomCalendar open(RoomId room, DoctorId owner, int capacity) {
    AggregateLifecycle.apply(new RoomOpened(room, owner, capacity));
    return new RoomCalendar();
  }

  /** Those who are in the room stay, however many fit from now on. */
  public void resize(int fit) {
    if (fit != capacity) {
      AggregateLifecycle.apply(new RoomResized(roomId(), fit));
    }
  }

  /** Fewer visits than fit are in the room at each instant of {@code wanted}. */
  boolean hasRoomFor(Interval wanted, Instant now, Set<String> ignored) {
    return reservations.haveRoomFor(wanted, capacity, now, ignored);
  }

  RoomLoad load(Interval near, Instant now, Set<String> ignored) {
    return new RoomLoad(roomId(), capacity, reservations.overlapping(near, now, ignored).toList());
  }

  public void reserve(String holder, Interval occupied, @Nullable Instant expiresAt) {
    AggregateLifecycle.apply(
        new RoomReserved(roomId(), holder, occupied.startsAt(), occupied.endsAt(), expiresAt));
  }

  /** Gives the room back; nothing happens where the holder does not have it. */
  public void release(String holder) {
    if (reservations.of(holder) != null) {
      AggregateLifecycle.apply(new RoomReleased(roomId(), holder));
    }
  }

  @EventSourcingHandler
  void evolve(RoomCalendarEvent event, @Timestamp Instant at) {
    id = event.roomId();
    if (event instanceof RoomOpened opened) {
      capacity = opened.capacity();
    } else if (event instanceof RoomResized resized) {
      capacity = resized.capacity();
    } else if (event instanceof RoomReserved r) {
      reservations.put(
          new Reservation(r.holder(), r.occupiedFrom(), r.occupiedUntil(), r.expiresAt()));
    } else if (event instanceof RoomReleased released) {
      reservations.remove(released.holder());
    }
    reservations.dropOverBefore(at);
  }

  private RoomId roomId() {
    return Objects.requireNonNull(id);
  }
}
