package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing take place at a place of work any more; visits booked stay until somebody decides
 * about them.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record CloseLocation(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    @Nullable String reason,
    @Nullable String expected) {}
