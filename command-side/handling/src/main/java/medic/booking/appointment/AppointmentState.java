package medic.booking.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.RequestedMove;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment's events add up to.
 *
 * @param asked the number of the event that asks for what is to be answered; {@link #NOTHING} where
 *     nothing is
 * @param moveZone the zone of the place that the visit is asked to be moved to
 */
record AppointmentState(AppointmentOutcome outcome, long asked, @Nullable ZoneId moveZone) {

  static final long NOTHING = -1;

  static AppointmentState after(
      @Nullable AppointmentState before, AppointmentEvent event, long number) {
    if (event instanceof AppointmentBooked booked) {
      return unlessAnswered(outcomeOf(booked), number);
    }
    if (!event.changesCourse()) {
      return Objects.requireNonNull(before);
    }
    AppointmentOutcome was = Objects.requireNonNull(before).outcome();
    if (event instanceof AppointmentMoveRequested move) {
      return new AppointmentState(
          with(was, was.status(), requested(move)), number, move.doctorTimezone());
    }
    return event instanceof AppointmentRescheduled moved
        ? unlessAnswered(moved(was, moved), number)
        : new AppointmentState(with(was, event.statusAfter(), null), NOTHING, null);
  }

  private static AppointmentState unlessAnswered(AppointmentOutcome outcome, long number) {
    boolean asks = outcome.status() == AppointmentStatus.PENDING;
    return new AppointmentState(outcome, asks ? number : NOTHING, null);
  }

  private static RequestedMove requested(AppointmentMoveRequested move) {
    return new RequestedMove(move.startsAt(), move.endsAt(), move.locationId(), move.roomId());
  }

  static AppointmentOutcome outcomeOf(AppointmentBooked b) {
    return new AppointmentOutcome(
        b.appointmentId(),
        b.doctorId(),
        b.patientId(),
        b.appointmentTypeId(),
        b.status(),
        b.startsAt(),
        b.endsAt(),
        b.locationId(),
        b.roomId(),
        b.consultationMode(),
        b.priceCents(),
        b.currency(),
        b.source(),
        b.patientTimezone(),
        b.doctorTimezone(),
        0,
        null);
  }

  private static AppointmentOutcome with(
      AppointmentOutcome o, AppointmentStatus status, @Nullable RequestedMove move) {
    return new AppointmentOutcome(
        o.appointmentId(),
        o.doctorId(),
        o.patientId(),
        o.appointmentTypeId(),
        status,
        o.startsAt(),
        o.endsAt(),
        o.locationId(),
        o.roomId(),
        o.consultationMode(),
        o.priceCents(),
        o.currency(),
        o.source(),
        o.patientTimezone(),
        o.doctorTimezone(),
        o.rescheduleCount(),
        move);
  }

  private static AppointmentOutcome moved(AppointmentOutcome o, AppointmentRescheduled m) {
    return new AppointmentOutcome(
        o.appointmentId(),
        o.doctorId(),
        o.patientId(),
        o.appointmentTypeId(),
        m.status(),
        m.startsAt(),
        m.endsAt(),
        m.locationId(),
        m.roomId(),
        o.consultationMode(),
        o.priceCents(),
        o.currency(),
        o.source(),
        m.patientTimezone() == null ? o.patientTimezone() : m.patientTimezone(),
        m.doctorTimezone(),
        m.rescheduleCount(),
        null);
  }

  /** Is a move asked for, beside the time that holds? */
  boolean hasRequestedMove() {
    return outcome.requestedMove() != null;
  }

  RequestedMove requestedMove() {
    return Objects.requireNonNull(outcome.requestedMove());
  }

  Instant startsAt() {
    return outcome.startsAt();
  }

  Instant endsAt() {
    return outcome.endsAt();
  }

  int rescheduleCount() {
    return outcome.rescheduleCount();
  }
}
