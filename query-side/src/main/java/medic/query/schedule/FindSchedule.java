package medic.query.schedule;

import java.time.Instant;
import medic.events.id.DoctorId;
import org.jspecify.annotations.Nullable;

/**
 * All that is set up of a doctor. Answered with {@link ScheduleView}.
 *
 * @param asOf as it stood then, that instant included; null for now
 */
public record FindSchedule(DoctorId doctorId, @Nullable Instant asOf) {}
