package medic.command.appointment;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Moves a visit. */
public record RescheduleAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId,
    Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable String reason) {}
