package medic.deadletters;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How many events a group is given before it has to be done with them. Usually any number; after a
 * batch that failed only few, until the event that is to blame stands alone. Then what stood before
 * it is through, and it alone is undone when it fails again.
 */
public final class BatchLimit {

  private static final int FRACTION = 8;

  /** What a group was given it handles, and else is not waited for. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** How many events the next batches may have; where there is nothing here, any number. */
  private final Deque<Integer> sizes = new ArrayDeque<>();

  private int given;
  private int done;
  private long lastGiven;
  private Runnable more = () -> {};

  /** Whether the group has to do with what it was given, first. */
  public synchronized boolean isReached() {
    if (sizes.isEmpty() || given < sizes.peek()) {
      return false;
    }
    if (System.nanoTime() - lastGiven > PATIENCE_NANOS) {
      sizes.clear();
    }
    return !sizes.isEmpty();
  }

  /** The group was given one more event. */
  public synchronized void gave() {
    given++;
    lastGiven = System.nanoTime();
  }

  /**
   * The group is given events from its last position on again.
   *
   * @param wakesTheGroup called when there may be more
   */
  public synchronized void begins(Runnable wakesTheGroup) {
    given = 0;
    done = 0;
    more = wakesTheGroup;
  }

  /** One of these many failed, nobody knows which. */
  synchronized void narrow(int failed) {
    sizes.clear();
    int size = Math.max(1, failed / FRACTION);
    for (int left = failed; left > 0; left -= size) {
      sizes.add(Math.min(size, left));
    }
  }

  /** The one after these many failed: those first, and then it, and both again where it fails. */
  synchronized void isolate(int before) {
    sizes.clear();
    if (before > 0) {
      sizes.add(before);
    }
    sizes.add(1);
  }

  /** A batch is through. */
  void passed(int events) {
    Runnable wake = null;
    synchronized (this) {
      done += events;
      if (!sizes.isEmpty() && done >= sizes.peek()) {
        sizes.poll();
        given = 0;
        done = 0;
        wake = more;
      }
    }
    if (wake != null) {
      wake.run();
    }
  }
}
