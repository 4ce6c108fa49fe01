package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says where a video visit is joined.
 *
 * @param joinLink an https address; absent, the one of the visit's type holds again
 */
public record SetJoinLink(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String joinLink) {}
