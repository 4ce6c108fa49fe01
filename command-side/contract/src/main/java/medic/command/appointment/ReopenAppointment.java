package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back that a visit took place, or that its patient did not come. */
public record ReopenAppointment(
    @TargetAggregateIdentifier AppointmentId appointmentId, String reason) {}
