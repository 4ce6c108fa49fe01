package medic.events.doctor;

import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A doctor practises here no longer: nothing can be booked with them. */
@Revision("1")
public record DoctorLeft(DoctorId doctorId, @Nullable String reason)
    implements DoctorScheduleEvent {}
