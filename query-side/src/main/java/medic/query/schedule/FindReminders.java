package medic.query.schedule;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;

/** When visits of a kind are reminded of. Answered with {@link RemindersView}. */
public record FindReminders(DoctorId doctorId, AppointmentTypeId appointmentTypeId) {}
