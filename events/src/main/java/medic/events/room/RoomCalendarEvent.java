package medic.events.room;

import medic.events.id.RoomId;

/** What happens in a room's calendar. */
public sealed interface RoomCalendarEvent
    permits RoomOpened, RoomReleased, RoomReserved, RoomResized {

  RoomId roomId();
}
