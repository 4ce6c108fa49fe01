package medic.app.axon;

import java.time.DateTimeException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * When a stored event says that it happened. The column takes whatever looks like a time; one that
 * is in no calendar would stop Axon's stream for everybody.
 */
final class StoredTime {

  /** In place of a time that cannot be read. */
  private static final String NEVER = DateTimeUtils.formatInstant(Instant.EPOCH);

  private StoredTime() {}

  static boolean canBeRead(@Nullable String stored) {
    try {
      return stored != null && DateTimeUtils.parseInstant(stored) != null;
    } catch (DateTimeException inNoCalendar) {
      return false;
    }
  }

  /** As it is stored, if that can be read. */
  static String readable(@Nullable String stored) {
    return stored != null && canBeRead(stored) ? stored : NEVER;
  }
}
