package medic.booking.house;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Ids in a row, so that a failure reads the same twice. */
public final class Given {
  private static final AtomicLong LAST = new AtomicLong();

  private Given() {}

  public static <I> I id(Function<UUID, I> type) {
    return type.apply(new UUID(0x4000L, 0x8000_0000_0000_0000L | LAST.incrementAndGet()));
  }
}
