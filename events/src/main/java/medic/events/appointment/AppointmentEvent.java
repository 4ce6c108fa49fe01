package medic.events.appointment;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;

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

  /**
   * Is it a step of the appointment, after which its time, its status or what is asked for may be
   * another? What is not leaves all of that as it is.
   */
  default boolean changesCourse() {
    return true;
  }
}
