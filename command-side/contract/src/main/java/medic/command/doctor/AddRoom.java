package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a room to a location. */
public record AddRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    RoomDetails details)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(roomId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.ROOM;
  }
}
