package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a place of work. */
public record AddLocation(
    @TargetAggregateIdentifier DoctorId doctorId, LocationId locationId, LocationDetails details)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(locationId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.LOCATION;
  }
}
