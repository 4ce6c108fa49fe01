package medic.events.doctor;

import java.time.Instant;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Time off is [startsAt, endsAt) from now on; where it is {@code approved}, that is what is
 * blocked.
 */
@Revision("1")
public record TimeOffRevised(
    DoctorId doctorId,
    TimeOffId timeOffId,
    Instant startsAt,
    Instant endsAt,
    boolean approved,
    @Nullable String reason)
    implements DoctorScheduleEvent {}
