package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a place of work that was closed.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReopenLocation(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    @Nullable String expected) {}
