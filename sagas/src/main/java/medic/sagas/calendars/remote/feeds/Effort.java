package medic.sagas.calendars.remote.feeds;

import java.time.Duration;
import java.util.function.LongSupplier;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;

/**
 * How much work one feed may make: steps, entries and time are counted over all of it, so that many
 * small demands are no more than one great one.
 */
final class Effort {

  private static final int MAX_STEPS = 3_000_000;
  private static final int MAX_STEPS_PER_ENTRY = 500_000;
  private static final int MAX_ENTRIES = 20_000;
  private static final int LOOK_EVERY = 1024;

  private final LongSupplier nanos;
  private final long until;
  private long steps;
  private long ofThisOne;
  private int entries;

  private Effort(Duration longest, LongSupplier nanos) {
    this.nanos = nanos;
    this.until = nanos.getAsLong() + longest.toNanos();
  }

  /**
   * @param nanos a clock that only goes on
   */
  static Effort within(Duration longest, LongSupplier nanos) {
    return new Effort(longest, nanos);
  }

  /** The next entry: none may take more than its share. */
  void begin() {
    ofThisOne = 0;
    onTime();
  }

  /**
   * @throws Unreadable when this entry alone takes too much
   */
  void step(int count) throws Unreadable {
    long before = steps / LOOK_EVERY;
    steps += count;
    ofThisOne += count;
    if (steps > MAX_STEPS) {
      throw new RemoteFailure(Kind.REJECTED, "the feed has too many dates in its series");
    } else if (steps / LOOK_EVERY != before) {
      onTime();
    }
    if (ofThisOne > MAX_STEPS_PER_ENTRY) {
      throw Unreadable.tooMany();
    }
  }

  void found() {
    if (++entries > MAX_ENTRIES) {
      throw new RemoteFailure(Kind.REJECTED, "the feed has too many entries");
    }
  }

  void onTime() {
    if (nanos.getAsLong() - until > 0) {
      throw new RemoteFailure(Kind.REJECTED, "the feed takes too long to read");
    }
  }
}
