package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Agrees to a pending visit. */
public record ConfirmAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
