package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes an exception back.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record RemoveAvailabilityException(
    @TargetAggregateIdentifier DoctorId doctorId,
    ExceptionId exceptionId,
    @Nullable String expected) {

  public RemoveAvailabilityException(DoctorId doctorId, ExceptionId exceptionId) {
    this(doctorId, exceptionId, null);
  }
}
