package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets another doctor use a room of this one. */
public record ShareRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    DoctorId withDoctorId) {}
