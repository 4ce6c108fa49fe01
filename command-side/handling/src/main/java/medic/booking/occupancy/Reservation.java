package medic.booking.occupancy;

import java.time.Instant;
import medic.availability.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Time taken by somebody.
 *
 * @param holder the appointment or hold, as text
 * @param from first instant taken
 * @param until first instant free again
 * @param expiresAt when a hold stops taking it, if it is one
 */
public record Reservation(String holder, Instant from, Instant until, @Nullable Instant expiresAt) {

  public Interval interval() {
    return Interval.of(from, until);
  }

  /** Does it still take its time at {@code now}? */
  public boolean countsAt(Instant now) {
    return expiresAt == null || expiresAt.isAfter(now);
  }
}
