package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** The owner of a room no longer lets another doctor use it. */
@Revision("1")
public record RoomUnshared(DoctorId doctorId, RoomId roomId, DoctorId withDoctorId)
    implements DoctorScheduleEvent {}
