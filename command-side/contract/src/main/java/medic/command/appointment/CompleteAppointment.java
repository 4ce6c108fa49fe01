package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says that a visit took place. */
public record CompleteAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
