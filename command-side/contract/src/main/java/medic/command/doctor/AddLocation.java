package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a place of work. */
public record AddLocation(
    @TargetAggregateIdentifier DoctorId doctorId, LocationId locationId, LocationDetails details) {}
