package medic.events.hold;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A slot is kept for somebody until {@code expiresAt}. */
@Revision("1")
public record HoldPlaced(
    HoldId holdId,
    DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    LocationId locationId,
    @Nullable RoomId roomId,
    Instant startsAt,
    Instant endsAt,
    Instant expiresAt,
    String heldBy)
    implements HoldEvent {}
