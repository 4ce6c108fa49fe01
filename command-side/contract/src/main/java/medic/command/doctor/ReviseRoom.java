package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts other details in place of those of a room, for those with whom it is shared, too.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    RoomDetails details,
    @Nullable String expected) {}
