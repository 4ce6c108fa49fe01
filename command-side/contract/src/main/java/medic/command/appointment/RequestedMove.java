package medic.command.appointment;

import java.time.Instant;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** The time and place that a patient asks a confirmed visit to be moved to; kept until answered. */
public record RequestedMove(
    Instant startsAt, Instant endsAt, LocationId locationId, @Nullable RoomId roomId) {}
