package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Refuses a pending visit. */
public record DeclineAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
