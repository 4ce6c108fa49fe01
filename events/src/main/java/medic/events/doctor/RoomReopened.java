package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A room that was closed is open again, for its owner alone. */
@Revision("1")
public record RoomReopened(DoctorId doctorId, RoomId roomId) implements DoctorScheduleEvent {}
