package medic.events.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A location has a further room, for up to {@code capacity} visits at a time. */
@Revision("1")
public record RoomAdded(
    DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    String name,
    int capacity,
    boolean virtual)
    implements DoctorScheduleEvent {}
