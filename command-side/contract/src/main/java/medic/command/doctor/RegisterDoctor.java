package medic.command.doctor;

import java.time.ZoneId;
import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a doctor practise here. */
public record RegisterDoctor(
    @TargetAggregateIdentifier DoctorId doctorId,
    String fullName,
    String specialty,
    String email,
    ZoneId timezone)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(doctorId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.DOCTOR;
  }
}
