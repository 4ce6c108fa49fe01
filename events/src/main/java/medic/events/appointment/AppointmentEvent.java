package medic.events.appointment;

import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.jspecify.annotations.Nullable;

/** What happens to an appointment. */
public sealed interface AppointmentEvent
    permits AppointmentBooked,
        AppointmentCancelled,
        AppointmentCompleted,
        AppointmentConfirmed,
        AppointmentDeclined,
        AppointmentJoinLinkSet,
        AppointmentLeftAsIs,
        AppointmentMissed,
        AppointmentMoveDeclined,
        AppointmentMoveRequested,
        AppointmentMoveWithdrawn,
        AppointmentReopened,
        AppointmentRescheduled {

  AppointmentId appointmentId();

  DoctorId doctorId();

  PatientId patientId();

  /** Where the appointment stands after it. */
  AppointmentStatus statusAfter();

  /** Why, in the words of whoever did it; null where nothing was said, or nothing is asked. */
  @Nullable Personal<Remark> reason();

  /**
   * Is it a step of the appointment, after which its time, its status or what is asked for may be
   * another? What is not leaves all of that as it is.
   */
  default boolean changesCourse() {
    return true;
  }
}
