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
        AppointmentMissed,
        AppointmentMoveDeclined,
        AppointmentMoveRequested,
        AppointmentMoveWithdrawn,
        AppointmentReopened,
        AppointmentRescheduled {

  AppointmentId appointmentId();

  DoctorId doctorId();

  PatientId patientId();
}
