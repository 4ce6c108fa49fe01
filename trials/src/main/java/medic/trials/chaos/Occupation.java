package medic.trials.chaos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time that is taken, [from, until).
 *
 * @param owner a doctor, room or patient
 * @param holder an appointment or a hold
 * @param expiresAt when a hold ends by itself; null for an appointment
 */
record Occupation(
    String owner, String holder, Instant from, Instant until, @Nullable Instant expiresAt) {

  boolean overlaps(Occupation other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  boolean livesAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
