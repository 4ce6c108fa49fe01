package medic.events.doctor;

import java.time.Instant;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.serialization.Revision;

/** Time off is granted: [startsAt, endsAt) is blocked. */
@Revision("1")
public record TimeOffApproved(
    DoctorId doctorId, TimeOffId timeOffId, Instant startsAt, Instant endsAt)
    implements DoctorScheduleEvent {}
