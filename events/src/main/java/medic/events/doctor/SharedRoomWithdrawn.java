package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A doctor may no longer use a room of another's. */
@Revision("1")
public record SharedRoomWithdrawn(DoctorId doctorId, RoomId roomId)
    implements DoctorScheduleEvent {}
