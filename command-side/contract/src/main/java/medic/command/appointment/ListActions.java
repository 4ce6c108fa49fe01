package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks what its sender may do with a visit. Changes nothing; answered with {@link ActionsOutcome}.
 */
public record ListActions(@TargetAggregateIdentifier AppointmentId appointmentId) {}
