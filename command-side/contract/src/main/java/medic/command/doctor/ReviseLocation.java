package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts other details in place of those of a place of work.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseLocation(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    LocationDetails details,
    @Nullable String expected) {}
