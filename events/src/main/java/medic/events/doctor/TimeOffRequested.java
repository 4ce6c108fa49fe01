package medic.events.doctor;

import java.time.Instant;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A doctor asks for [startsAt, endsAt) off; nothing is blocked yet. */
@Revision("1")
public record TimeOffRequested(
    DoctorId doctorId,
    TimeOffId timeOffId,
    Instant startsAt,
    Instant endsAt,
    @Nullable String reason)
    implements DoctorScheduleEvent {}
