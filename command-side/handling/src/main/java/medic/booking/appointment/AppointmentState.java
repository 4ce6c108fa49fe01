package medic.booking.appointment;

import java.time.Instant;
import java.util.Objects;
import medic.command.appointment.AppointmentOutcome;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/** What an appointment's events add up to. */
record AppointmentState(AppointmentOutcome outcome) {

  static AppointmentState after(@Nullable AppointmentState before, AppointmentEvent event) {
    if (event instanceof AppointmentBooked booked) {
      return new AppointmentState(outcomeOf(booked));
    }
    AppointmentOutcome was = Objects.requireNonNull(before).outcome();
    return new AppointmentState(
        event instanceof AppointmentRescheduled moved
            ? moved(was, moved)
            : with(was, AppointmentStatus.after(event)));
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
        0);
  }

  private static AppointmentOutcome with(AppointmentOutcome o, AppointmentStatus status) {
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
        o.rescheduleCount());
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
        m.rescheduleCount());
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
