package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Blocks or opens a stretch of time. */
public record AddAvailabilityException(
    @TargetAggregateIdentifier DoctorId doctorId, ExceptionId exceptionId, ExceptionDetails details)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(exceptionId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.EXCEPTION;
  }
}
