package medic.events.room;

import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A holder no longer takes the room. */
@Revision("1")
public record RoomReleased(RoomId roomId, String holder) implements RoomCalendarEvent {}
