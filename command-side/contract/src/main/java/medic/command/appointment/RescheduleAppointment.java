package medic.command.appointment;

import java.time.Instant;
import java.util.Set;
import medic.events.appointment.OverriddenRule;
import medic.events.id.AppointmentId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Moves a visit.
 *
 * @param holdId the hold that keeps the new time, if one does
 * @param override the rules to be set aside by name, where the sender may
 */
public record RescheduleAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId,
    Instant startsAt,
    @Nullable LocationId locationId,
    @Nullable RoomId roomId,
    @Nullable HoldId holdId,
    @Nullable String reason,
    Set<OverriddenRule> override) {}
