package medic.booking.room;

import java.util.List;
import medic.availability.Interval;
import medic.events.id.RoomId;

/** How a room is taken around some time, and how many visits fit into it at once. */
public record RoomLoad(RoomId room, int capacity, List<Interval> taken) {}
