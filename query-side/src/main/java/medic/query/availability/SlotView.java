package medic.query.availability;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A start that can be booked; {@code capacityLeft} says how often. */
public record SlotView(
    Instant startsAt,
    Instant endsAt,
    LocationId locationId,
    @Nullable RoomId roomId,
    AppointmentTypeId appointmentTypeId,
    int capacityLeft) {}
