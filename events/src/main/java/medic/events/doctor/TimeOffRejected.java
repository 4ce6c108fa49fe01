package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Time off is not granted. */
@Revision("1")
public record TimeOffRejected(DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason)
    implements DoctorScheduleEvent {}
