package medic.query.analytics;

import medic.events.id.DoctorId;
import medic.query.web.TimeRange;

/**
 * The numbers of a doctor's visits that start in a range, by default in the 30 days until now;
 * civil dates are the doctor's. Answered with {@link AnalyticsView}.
 */
public record FindAnalytics(DoctorId doctorId, TimeRange range) {}
