package medic.booking.schedule;

import java.time.Duration;
import java.time.Instant;
import medic.command.Refusal;
import medic.command.RefusalCode;

/** A stretch of time is not empty, lies within the years one plans for, and is not endless. */
final class StartsBeforeItEnds {

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration MAX_LENGTH = Duration.ofDays(3660);

  private StartsBeforeItEnds() {}

  static void verify(Instant start, Instant end, String field) {
    if (!start.isBefore(end)) {
      throw new Refusal(RefusalCode.INVALID_RANGE, "It must end after it starts.", field);
    }
    if (start.isBefore(FIRST)
        || end.isAfter(LAST)
        || Duration.between(start, end).compareTo(MAX_LENGTH) > 0) {
      throw new Refusal(
          RefusalCode.INVALID_RANGE,
          "It must lie between the years 2000 and 2200 and be ten years long at most.",
          field);
    }
  }
}
