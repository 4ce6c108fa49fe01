package medic.query.schedule;

import medic.events.id.DoctorId;
import medic.query.audit.changes.ChangesView;
import medic.query.audit.changes.Period;

/** What became of a doctor's schedule in a period. Answered with {@link ChangesView}. */
public record FindScheduleChanges(DoctorId doctorId, Period period) {}
