package medic.events.appointment;

import medic.events.id.AppointmentId;

/** What happens to an appointment. */
public sealed interface AppointmentEvent
    permits AppointmentBooked,
        AppointmentCancelled,
        AppointmentCompleted,
        AppointmentConfirmed,
        AppointmentDeclined,
        AppointmentMissed,
        AppointmentRescheduled {

  AppointmentId appointmentId();

  medic.events.id.DoctorId doctorId();

  medic.events.id.PatientId patientId();
}
