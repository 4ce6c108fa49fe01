package medic.query.availability;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** What somebody holds, the first to run out first. */
public record HoldsView(List<Held> items) {

  /** As it was answered when it was placed. */
  public record Held(
      HoldId holdId,
      DoctorId doctorId,
      AppointmentTypeId appointmentTypeId,
      LocationId locationId,
      @Nullable RoomId roomId,
      Instant startsAt,
      Instant endsAt,
      Instant expiresAt) {}
}
