package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts another stretch of time, or other words, in place of those of a block or an opening.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseAvailabilityException(
    @TargetAggregateIdentifier DoctorId doctorId,
    ExceptionId exceptionId,
    ExceptionDetails details,
    @Nullable String expected) {}
