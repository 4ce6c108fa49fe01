package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for time off. */
public record RequestTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId, TimeOffDetails details)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(timeOffId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.TIME_OFF;
  }
}
