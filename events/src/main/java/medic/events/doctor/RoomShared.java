package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** The owner of a room lets another doctor use it. */
@Revision("1")
public record RoomShared(DoctorId doctorId, RoomId roomId, DoctorId withDoctorId)
    implements DoctorScheduleEvent {}
