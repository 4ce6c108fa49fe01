package medic.query.appointments;

import java.time.Instant;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.query.rows.RowValues;
import org.jspecify.annotations.Nullable;

/** Where and when a patient asks a confirmed visit to be moved to; kept until that is answered. */
public record RequestedMoveView(
    Instant startsAt, Instant endsAt, LocationId locationId, @Nullable RoomId roomId) {

  /** Of an appointment's columns; null where no move is asked for. */
  public static @Nullable RequestedMoveView of(RowValues row) {
    return row.instantOrNull("move_starts_at") == null
        ? null
        : new RequestedMoveView(
            row.instant("move_starts_at"),
            row.instant("move_ends_at"),
            row.id("move_location_id", LocationId::new),
            row.idOrNull("move_room_id", RoomId::new));
  }
}
