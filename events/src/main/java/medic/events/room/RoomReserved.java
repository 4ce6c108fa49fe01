package medic.events.room;

import java.time.Instant;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/**
 * A room is taken during [occupiedFrom, occupiedUntil) by an appointment or a hold, in place of any
 * earlier reservation of the same holder.
 */
@Revision("1")
public record RoomReserved(
    RoomId roomId, String holder, Instant occupiedFrom, Instant occupiedUntil)
    implements RoomCalendarEvent {}
