package medic.booking.schedule;

import java.time.Instant;
import java.util.Set;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A slot that somebody wants.
 *
 * @param locationId where; else the type's default location, else wherever it is open
 * @param roomId in which room; else the one that template or type name
 * @param ignored the holders whose reservations do not count: the hold being used, the visit moved
 */
public record SlotRequest(
    AppointmentTypeId typeId,
    Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    Set<String> ignored) {}
