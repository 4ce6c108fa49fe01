package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Refuses what nobody has answered in time: a pending visit, or the move of a confirmed one.
 *
 * @param asked the number of the visit's event that asked for it; what was asked for since is not
 *     meant
 */
public record DeclineUnanswered(
    @TargetAggregateIdentifier AppointmentId appointmentId, long asked) {}
