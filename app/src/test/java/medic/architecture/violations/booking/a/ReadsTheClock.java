package medic.architecture.violations.booking.a;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks: time is an argument. */
public class ReadsTheClock {
  Supplier<Instant> now() {
    return Instant::now;
  }
}
