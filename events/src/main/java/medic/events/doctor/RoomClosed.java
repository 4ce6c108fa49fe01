package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Nothing takes place in this room any more. */
@Revision("1")
public record RoomClosed(DoctorId doctorId, RoomId roomId, @Nullable String reason)
    implements DoctorScheduleEvent {}
