package medic.command.hold;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A slot that is kept until {@code expiresAt}. */
public record HoldPlacedOutcome(
    HoldId holdId,
    DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant expiresAt) {}
