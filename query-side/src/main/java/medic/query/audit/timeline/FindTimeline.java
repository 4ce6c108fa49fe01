package medic.query.audit.timeline;

import medic.events.id.AppointmentId;

/** All that was done to an appointment. Answered with {@link TimelineView}. */
public record FindTimeline(AppointmentId appointmentId) {}
