package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** What is known of a room reads so from now on. */
@Revision("1")
public record RoomRevised(
    DoctorId doctorId, RoomId roomId, String name, int capacity, boolean virtual)
    implements DoctorScheduleEvent {}
