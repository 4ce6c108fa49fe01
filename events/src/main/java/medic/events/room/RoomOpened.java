package medic.events.room;

import medic.events.id.DoctorId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A room takes up to {@code capacity} visits at a time. */
@Revision("1")
public record RoomOpened(RoomId roomId, DoctorId ownerId, int capacity)
    implements RoomCalendarEvent {}
