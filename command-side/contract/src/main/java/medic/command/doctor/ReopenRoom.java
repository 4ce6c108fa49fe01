package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a room that was closed, for its owner alone.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReopenRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    @Nullable String expected) {}
