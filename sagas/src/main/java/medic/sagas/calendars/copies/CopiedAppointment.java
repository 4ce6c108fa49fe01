package medic.sagas.calendars.copies;

import java.time.Instant;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its copies need to know it.
 *
 * @param revision the number of its last event
 */
public record CopiedAppointment(
    AppointmentId id,
    DoctorId doctorId,
    PatientId patientId,
    Instant startsAt,
    Instant endsAt,
    AppointmentStatus status,
    long revision) {

  /** Whether it has a place in a calendar: what is agreed has, and keeps it when it is over. */
  public boolean belongsInCalendar() {
    return switch (status) {
      case CONFIRMED, COMPLETED, NO_SHOW -> true;
      case PENDING, DECLINED, CANCELLED -> false;
    };
  }

  static @Nullable CopiedAppointment after(
      @Nullable CopiedAppointment before, AppointmentEvent event, long revision) {
    if (event instanceof AppointmentBooked booked) {
      return new CopiedAppointment(
          booked.appointmentId(),
          booked.doctorId(),
          booked.patientId(),
          booked.startsAt(),
          booked.endsAt(),
          booked.status(),
          revision);
    } else if (before == null) {
      return null;
    } else if (event instanceof AppointmentRescheduled moved) {
      return before.with(moved.startsAt(), moved.endsAt(), moved.status(), revision);
    }
    return before.with(before.startsAt, before.endsAt, event.statusAfter(), revision);
  }

  private CopiedAppointment with(Instant starts, Instant ends, AppointmentStatus then, long at) {
    return new CopiedAppointment(id, doctorId, patientId, starts, ends, then, at);
  }
}
