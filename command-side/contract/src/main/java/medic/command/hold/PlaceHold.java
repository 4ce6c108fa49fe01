package medic.command.hold;

import java.time.Instant;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/** Keeps a slot for the sender for some minutes. */
public record PlaceHold(
    @RoutingKey DoctorId doctorId,
    HoldId holdId,
    AppointmentTypeId appointmentTypeId,
    @Nullable LocationId locationId,
    Instant startsAt) {}
