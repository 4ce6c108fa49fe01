package medic.query.agenda;

import java.time.Instant;
import java.util.List;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * A page of time off over all doctors, by start; {@code nextCursor} asks for the next one and is
 * absent on the last.
 *
 * @param total how many there are on all pages
 */
public record TimeOffsView(List<TimeOff> items, long total, @Nullable String nextCursor) {

  /** Time off during [startsAt, endsAt). */
  public record TimeOff(
      TimeOffId timeOffId,
      DoctorId doctorId,
      @Nullable String doctorName,
      Instant startsAt,
      Instant endsAt,
      String status,
      @Nullable String reason) {}
}
