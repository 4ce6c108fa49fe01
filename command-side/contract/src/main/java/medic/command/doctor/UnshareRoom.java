package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a room back from another doctor; visits booked in it stay until somebody decides about
 * them.
 */
public record UnshareRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    DoctorId withDoctorId) {}
