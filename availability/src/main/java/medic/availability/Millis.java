package medic.availability;

import java.time.Instant;
import java.time.LocalTime;

/** The engine's unit of time. */
final class Millis {

  static final long MINUTE = 60_000;
  static final long DAY = 24 * 60 * MINUTE;

  private static final int NANOS = 1_000_000;

  static long ofMinutes(int minutes) {
    return minutes * MINUTE;
  }

  static long ofDay(LocalTime time) {
    return time.toNanoOfDay() / NANOS;
  }

  static long atOrAfter(Instant instant) {
    long floor = instant.toEpochMilli();
    return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
  }

  private Millis() {}
}
