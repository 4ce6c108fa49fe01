package medic.query.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.MoveSlotReleased;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.id.NameBasedId;
import medic.events.room.RoomReleased;
import medic.events.room.RoomReserved;
import org.jspecify.annotations.Nullable;

/**
 * That somebody takes time of a calendar from now on, or no longer does: what the read model keeps,
 * and what a look into the past makes of the same events.
 *
 * @param time what is taken; null where it is given back
 */
record Allocation(Key key, @Nullable Time time) {

  static final short VISIT = 0;
  static final short HOLD = 1;
  static final short EXTERNAL = 2;

  /** A visit is asked to be moved there; its holder is the visit. */
  static final short MOVE = 3;

  /** Whose time it is, and who takes it. */
  record Key(UUID calendar, short kind, UUID holder) {}

  /** Epoch milliseconds; a hold ends by itself. */
  record Time(long from, long until, @Nullable Long expiresAt) {

    static Time of(Instant from, Instant until, @Nullable Instant expiresAt) {
      return new Time(
          from.toEpochMilli(),
          until.toEpochMilli(),
          expiresAt == null ? null : expiresAt.toEpochMilli());
    }
  }

  /** What an event changes; nothing for events of other matters. */
  static List<Allocation> of(Object event) {
    if (event instanceof SlotBooked e) {
      return one(
          new Key(e.doctorId().value(), VISIT, e.appointmentId().value()),
          Time.of(e.occupiedFrom(), e.occupiedUntil(), null));
    }
    if (event instanceof BookedSlotFreed e) {
      return one(new Key(e.doctorId().value(), VISIT, e.appointmentId().value()), null);
    }
    if (event instanceof SlotHeld e) {
      return one(
          new Key(e.doctorId().value(), HOLD, e.holdId().value()),
          Time.of(e.occupiedFrom(), e.occupiedUntil(), e.expiresAt()));
    }
    if (event instanceof HeldSlotReleased e) {
      return one(new Key(e.doctorId().value(), HOLD, e.holdId().value()), null);
    }
    if (event instanceof MoveSlotReserved e) {
      return one(
          new Key(e.doctorId().value(), MOVE, e.appointmentId().value()),
          Time.of(e.occupiedFrom(), e.occupiedUntil(), null));
    }
    if (event instanceof MoveSlotReleased e) {
      return one(new Key(e.doctorId().value(), MOVE, e.appointmentId().value()), null);
    }
    return event instanceof ExternalBusyTimesSeen e ? external(e) : ofRoom(event);
  }

  private static List<Allocation> ofRoom(Object event) {
    if (event instanceof RoomReserved e) {
      return one(
          new Key(e.roomId().value(), kindOf(e.holder()), idOf(e.holder())),
          Time.of(e.occupiedFrom(), e.occupiedUntil(), e.expiresAt()));
    }
    if (event instanceof RoomReleased e) {
      return one(new Key(e.roomId().value(), kindOf(e.holder()), idOf(e.holder())), null);
    }
    return List.of();
  }

  private static List<Allocation> external(ExternalBusyTimesSeen event) {
    return Stream.concat(
            event.seen().stream()
                .map(seen -> new Allocation(entry(event, seen.externalId()), busy(seen))),
            event.goneExternalIds().stream().map(gone -> new Allocation(entry(event, gone), null)))
        .toList();
  }

  private static @Nullable Time busy(ExternalBusyTime seen) {
    return seen.status() == BusyStatus.FREE ? null : Time.of(seen.startsAt(), seen.endsAt(), null);
  }

  private static List<Allocation> one(Key key, @Nullable Time time) {
    return List.of(new Allocation(key, time));
  }

  private static short kindOf(String holder) {
    if (holder.startsWith("move-")) {
      return MOVE;
    }
    return holder.startsWith("hold-") ? HOLD : VISIT;
  }

  private static UUID idOf(String holder) {
    return UUID.fromString(holder.substring(holder.indexOf('-') + 1));
  }

  private static Key entry(ExternalBusyTimesSeen event, String externalId) {
    String name = event.connectionId() + " " + externalId;
    return new Key(event.doctorId().value(), EXTERNAL, NameBasedId.of(name));
  }
}
