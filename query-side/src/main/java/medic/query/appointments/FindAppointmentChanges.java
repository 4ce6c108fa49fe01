package medic.query.appointments;

import medic.events.id.AppointmentId;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Period;

/** What became of an appointment in a period. Answered with {@link ChangesView}. */
public record FindAppointmentChanges(AppointmentId appointmentId, Period period) {}
