package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.booking.occupancy.Reservation;
import medic.booking.occupancy.Reservations;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.id.HoldId;
import org.jspecify.annotations.Nullable;

/** A doctor's time that appointments, pending ones too, and holds take, buffers included. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class TakenSlots {

  private Reservations reservations = new Reservations();
  private Map<HoldId, SlotHeld> holds = new LinkedHashMap<>();

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof SlotBooked booked) {
      reservations.put(
          new Reservation(
              booked.appointmentId().toString(),
              booked.occupiedFrom(),
              booked.occupiedUntil(),
              null));
    } else if (event instanceof BookedSlotFreed freed) {
      reservations.remove(freed.appointmentId().toString());
    } else if (event instanceof SlotHeld held) {
      holds.put(held.holdId(), held);
      reservations.put(
          new Reservation(
              held.holdId().toString(),
              held.occupiedFrom(),
              held.occupiedUntil(),
              held.expiresAt()));
    } else if (event instanceof HeldSlotReleased released) {
      holds.remove(released.holdId());
      reservations.remove(released.holdId().toString());
    }
  }

  void dropOverBefore(Instant latest) {
    reservations.dropOverBefore(latest);
    holds.values().removeIf(hold -> reservations.of(hold.holdId().toString()) == null);
  }

  Stream<Interval> overlapping(Interval wanted, Instant now, Set<String> ignored) {
    return reservations.overlapping(wanted, now, ignored);
  }

  @Nullable SlotHeld hold(HoldId id) {
    return holds.get(id);
  }

  /** How many slots somebody holds at {@code now}. */
  long heldBy(String holder, Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.heldBy().equals(holder) && hold.expiresAt().isAfter(now))
        .count();
  }
}
