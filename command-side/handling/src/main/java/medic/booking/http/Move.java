package medic.booking.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** The body of a rescheduling. */
record Move(
    @NotNull Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable @Size(max = 1000) String reason) {}
