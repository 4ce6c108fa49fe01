package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.booking.occupancy.Holders;
import medic.booking.occupancy.Reservation;
import medic.booking.occupancy.Reservations;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.MoveSlotReleased;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.id.AppointmentId;
import medic.events.id.HoldId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's time that appointments, pending ones too, holds and moves that are asked for take,
 * buffers included.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class TakenSlots {

  private Reservations reservations = new Reservations();
  private Map<HoldId, SlotHeld> holds = new LinkedHashMap<>();

  /** The slots that visits are asked to be moved to. */
  private Map<AppointmentId, MoveSlotReserved> moves = new LinkedHashMap<>();

  /** Whose the appointments are that are not over. */
  private Map<AppointmentId, PatientId> patients = new LinkedHashMap<>();

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof SlotBooked booked) {
      patients.put(booked.appointmentId(), booked.patientId());
      reservations.put(
          new Reservation(
              booked.appointmentId().toString(),
              booked.occupiedFrom(),
              booked.occupiedUntil(),
              null));
    } else if (event instanceof BookedSlotFreed freed) {
      patients.remove(freed.appointmentId());
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
    } else if (event instanceof MoveSlotReserved move) {
      moves.put(move.appointmentId(), move);
      reservations.put(
          new Reservation(
              Holders.ofMove(move.appointmentId()),
              move.occupiedFrom(),
              move.occupiedUntil(),
              null));
    } else if (event instanceof MoveSlotReleased released) {
      moves.remove(released.appointmentId());
      reservations.remove(Holders.ofMove(released.appointmentId()));
    }
  }

  void dropOverBefore(Instant latest) {
    if (reservations.dropOverBefore(latest).isPresent()) {
      patients.keySet().removeIf(visit -> reservations.of(visit.toString()) == null);
    }
    holds.values().removeIf(hold -> reservations.of(hold.holdId().toString()) == null);
    moves.keySet().removeIf(visit -> reservations.of(Holders.ofMove(visit)) == null);
  }

  Stream<Interval> overlapping(Interval wanted, Instant now, Set<String> ignored) {
    return reservations.overlapping(wanted, now, ignored);
  }

  /** The visits that take some of this time, but for the ignored holders'. */
  List<AppointmentId> visitsDuring(Interval wanted, Instant now, Set<String> ignored) {
    return patients.keySet().stream()
        .filter(visit -> !ignored.contains(visit.toString()))
        .filter(visit -> takes(visit.toString(), wanted, now))
        .toList();
  }

  private boolean takes(String holder, Interval wanted, Instant now) {
    Reservation taken = reservations.of(holder);
    return taken != null && taken.countsAt(now) && taken.interval().overlaps(wanted);
  }

  @Nullable MoveSlotReserved move(AppointmentId visit) {
    return moves.get(visit);
  }

  @Nullable SlotHeld hold(HoldId id) {
    return holds.get(id);
  }

  /** How many appointments a patient has that are not over at {@code now}. */
  long openOf(PatientId patient, Instant now) {
    return patients.entrySet().stream()
        .filter(visit -> visit.getValue().equals(patient))
        .map(visit -> reservations.of(visit.getKey().toString()))
        .filter(taken -> taken != null && taken.until().isAfter(now))
        .count();
  }

  /** How many slots somebody holds at {@code now}. */
  long heldBy(String holder, Instant now, Set<String> ignored) {
    return liveHoldsOf(holder, now)
        .filter(hold -> !ignored.contains(hold.holdId().toString()))
        .count();
  }

  Stream<SlotHeld> liveHoldsOf(String holder, Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.heldBy().equals(holder) && hold.expiresAt().isAfter(now));
  }
}
