package medic.booking.deciding;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells a race that was lost to another command from any other failure. */
final class LostRace {

  /** PostgreSQL: unique violation, deadlock, serialization failure. */
  private static final Set<String> SQL_STATES = Set.of("23505", "40P01", "40001");

  /** What Axon Server says of an append at a sequence number that is taken. */
  private static final String STALE_APPEND = "AXONIQ-2000";

  private LostRace() {}

  static boolean is(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyException
          || cause instanceof AggregateStreamCreationException
          || cause instanceof DeadlockException
          || cause instanceof SQLException sql && isRace(sql.getSQLState())
          || isStaleAppend(cause)) {
        return true;
      }
    }
    return false;
  }

  /** A pool and a closed connection have no state to tell: they are no race. */
  private static boolean isRace(@Nullable String state) {
    return state != null && SQL_STATES.contains(state);
  }

  private static boolean isStaleAppend(Throwable cause) {
    return (cause instanceof EventStoreException
            || cause.getClass().getName().startsWith("io.grpc.")
            || cause.getClass().getName().startsWith("org.axonframework.axonserver."))
        && cause.getMessage() != null
        && cause.getMessage().contains(STALE_APPEND);
  }
}
