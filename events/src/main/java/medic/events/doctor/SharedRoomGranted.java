package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A doctor may use a room of another's. */
@Revision("1")
public record SharedRoomGranted(
    DoctorId doctorId, RoomId roomId, DoctorId ownerId, String name, int capacity, boolean virtual)
    implements DoctorScheduleEvent {}
