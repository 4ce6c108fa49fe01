package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Takes back a move that was asked for: the visit stays where it is. */
public record WithdrawMove(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
