package medic.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** What lies behind a failure. */
final class Causes {

  private static final int DEEPEST = 50;

  private Causes() {}

  static <X extends Throwable> @Nullable X first(Throwable failure, Class<X> type) {
    return chain(failure).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** The database cannot be reached, is shutting down, or has no connection to spare. */
  static boolean databaseIsAway(Throwable failure) {
    Predicate<Throwable> away =
        cause ->
            cause instanceof DataAccessResourceFailureException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql && saysAway(sql.getSQLState());
    return chain(failure).anyMatch(away);
  }

  /** 08: no connection; 57P: the server stops, crashed or starts; 53300: too many connections. */
  private static boolean saysAway(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
  }

  @SuppressWarnings("NullAway") // iterate ends before it maps null
  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
  }
}
