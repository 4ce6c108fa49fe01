package medic.events.room;

import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;

/** A room takes up to {@code capacity} visits at a time from now on; those in it stay. */
@Revision("1")
public record RoomResized(RoomId roomId, int capacity) implements RoomCalendarEvent {}
