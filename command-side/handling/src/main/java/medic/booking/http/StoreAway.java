package medic.booking.http;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells an event store that is down, to be answered with 503, from a fault of ours. */
final class StoreAway {

  /** PostgreSQL's classes: connection, insufficient resources, operator intervention. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57");

  private StoreAway() {}

  static RuntimeException translated(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return new CannotGetJdbcConnectionException("the event store is away", sql);
      }
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new CommandExecutionException("command failed", thrown);
  }

  private static boolean isAway(SQLException sql) {
    String state = sql.getSQLState();
    return sql instanceof java.sql.SQLTransientConnectionException
        || state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }
}
