package medic.command.appointment;

import medic.events.id.AppointmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Says that the patient did not come. */
public record MarkNoShow(
    @TargetAggregateIdentifier AppointmentId appointmentId, @Nullable String reason) {}
