package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes an exception back. */
public record RemoveAvailabilityException(
    @TargetAggregateIdentifier DoctorId doctorId, ExceptionId exceptionId) {}
