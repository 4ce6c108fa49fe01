package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Calls a visit off. */
public record CancelAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
