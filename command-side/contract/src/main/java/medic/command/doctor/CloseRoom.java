package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing take place in a room any more, and takes it back from those with whom it is shared.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record CloseRoom(
    @TargetAggregateIdentifier DoctorId doctorId,
    LocationId locationId,
    RoomId roomId,
    @Nullable String reason,
    @Nullable String expected) {}
