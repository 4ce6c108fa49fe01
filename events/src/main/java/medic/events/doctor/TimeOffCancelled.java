package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Time off, asked for or granted, is withdrawn: it blocks nothing any more. */
@Revision("1")
public record TimeOffCancelled(DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason)
    implements DoctorScheduleEvent {}
