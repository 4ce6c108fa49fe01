package medic.query.schedule;

import medic.events.id.DoctorId;

/** All that is set up of a doctor. Answered with {@link ScheduleView}. */
public record FindSchedule(DoctorId doctorId) {}
