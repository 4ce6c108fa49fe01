package medic.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that bodies take while they arrive, all together. The first part of each does not
 * count: ordinary requests are taken however many large ones dawdle.
 */
final class BodySpace {

  private static final long FREE_FOR_EACH = 16 * 1024;

  private final AtomicLong left;

  BodySpace(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Whether a body that has grown so far may stay. */
  boolean grow(int before, int now) {
    long more = counted(now) - counted(before);
    if (more == 0 || left.addAndGet(-more) >= 0) {
      return true;
    }
    left.addAndGet(more);
    return false;
  }

  void release(int size) {
    left.addAndGet(counted(size));
  }

  private static long counted(int size) {
    return Math.max(0, size - FREE_FOR_EACH);
  }
}
