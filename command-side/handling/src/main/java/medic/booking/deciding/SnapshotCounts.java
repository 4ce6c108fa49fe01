package medic.booking.deciding;

import java.util.concurrent.atomic.LongAdder;

/** How snapshots fare on this node: they cost nobody an answer when they fail, and are missed. */
public final class SnapshotCounts {

  private final LongAdder taken = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder unreadable = new LongAdder();

  void noteTaken() {
    taken.increment();
  }

  void noteFailed() {
    failed.increment();
  }

  /** One was there and could not be read, so that the whole stream was. */
  public void noteUnreadable() {
    unreadable.increment();
  }

  /** Those that were tried and are stored, or were not needed. */
  public long taken() {
    return taken.sum();
  }

  /** Those that were tried and could not be taken or stored. */
  public long failed() {
    return failed.sum();
  }

  /** How often one was found that could not be read. */
  public long unreadable() {
    return unreadable.sum();
  }
}
