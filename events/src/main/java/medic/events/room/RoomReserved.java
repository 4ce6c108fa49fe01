package medic.events.room;

import java.time.Instant;
import medic.events.id.RoomId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A room is taken during [occupiedFrom, occupiedUntil) by an appointment or a hold, in place of any
 * earlier reservation of the same holder; a hold's ends by itself at {@code expiresAt}.
 */
@Revision("1")
public record RoomReserved(
    RoomId roomId,
    String holder,
    Instant occupiedFrom,
    Instant occupiedUntil,
    @Nullable Instant expiresAt)
    implements RoomCalendarEvent {}
