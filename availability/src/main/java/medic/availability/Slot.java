package medic.availability;

import java.time.Instant;

/**
 * One offer: the visit itself, without its buffers.
 *
 * @param room the room it would take, or {@link WeeklyHours#NO_ROOM}
 * @param capacityLeft how many such visits could still start, at least 1
 */
public record Slot(Instant startsAt, Instant endsAt, int place, int room, int capacityLeft) {}
