package medic.booking.appointment;

import java.util.Objects;
import medic.availability.Interval;
import medic.booking.occupancy.Holders;
import medic.booking.patient.Remarks;
import medic.booking.schedule.AgreedSlot;
import medic.command.appointment.RequestedMove;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.doctor.MoveSlotReserved;
import medic.events.id.AppointmentId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time of a move that is asked for, beside the visit's own, in the calendars of doctor,
 * room and patient.
 */
final class RequestedMoves {

  private RequestedMoves() {}

  /** Asks for a move, in place of one that was asked for before. */
  static void ask(Involved in, AppointmentState from, AgreedSlot to, @Nullable String reason) {
    release(in, from);
    var visit = from.outcome();
    AppointmentId id = visit.appointmentId();
    in.schedule().execute(s -> s.reserveMove(id, to));
    in.rooms().reserve(to.roomId(), to.occupied(), Holders.ofMove(id), null);
    in.patient().execute(p -> p.reserveMove(id, to.startsAt(), to.endsAt()));
    in.appointment()
        .execute(
            a ->
                a.requestMove(
                    new AppointmentMoveRequested(
                        id,
                        visit.doctorId(),
                        visit.patientId(),
                        visit.appointmentTypeId(),
                        to.locationId(),
                        to.roomId(),
                        to.startsAt(),
                        to.endsAt(),
                        visit.startsAt(),
                        to.zone(),
                        Remarks.of(visit.patientId(), reason))));
  }

  /** Gives the time back that is kept, if any is. */
  static void release(Involved in, AppointmentState from) {
    if (from.hasRequestedMove()) {
      AppointmentId id = from.outcome().appointmentId();
      in.schedule().execute(s -> s.releaseMove(id));
      in.rooms().release(from.requestedMove().roomId(), Holders.ofMove(id));
      in.patient().execute(p -> p.releaseMove(id));
    }
  }

  /** Moves the visit to the time that is kept, which becomes its own. */
  static void accept(Involved in, AppointmentState from) {
    var visit = from.outcome();
    AppointmentId id = visit.appointmentId();
    RequestedMove to = from.requestedMove();
    MoveSlotReserved kept =
        Objects.requireNonNull(in.schedule().invoke(s -> s.reservedMove(id)), "time of a move");
    release(in, from);
    in.schedule().execute(s -> s.takeReserved(kept, visit.patientId()));
    if (visit.roomId() != null && !visit.roomId().equals(to.roomId())) {
      in.rooms().release(visit.roomId(), id.toString());
    }
    in.rooms()
        .reserve(
            to.roomId(),
            Interval.of(kept.occupiedFrom(), kept.occupiedUntil()),
            id.toString(),
            null);
    in.patient().execute(p -> p.plan(id, to.startsAt(), to.endsAt()));
  }
}
