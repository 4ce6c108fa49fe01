package medic.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.HeuristicCompletionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Tells when a part of the system that is needed is away, broke down, is full or lost a race: the
 * same request is worth another try. What the database says itself counts before what its driver's
 * users make of it.
 */
final class Outages {

  /**
   * 08: no connection; 40: rolled back for another's sake, or of unknown outcome; 53: out of disk,
   * memory or connections; 57: cancelled, stopped, crashed or starting; 58: the machine fails.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  /** A lock waited for too long; a transaction idle or open too long; a server that only reads. */
  private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04", "25006");

  private static final String DISK_FULL = "No space left on device";

  private static final List<Class<? extends Exception>> KINDS =
      List.of(
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          CannotCreateTransactionException.class,
          TransactionSystemException.class,
          TransactionTimedOutException.class,
          UnexpectedRollbackException.class,
          HeuristicCompletionException.class,
          LockAcquisitionFailedException.class);

  private Outages() {}

  static boolean isBehind(Throwable failure) {
    List<Throwable> causes = Causes.all(failure).toList();
    List<SQLException> told = in(causes, SQLException.class).toList();
    if (told.stream().anyMatch(Outages::tellsOne)
        || in(causes, IOException.class).anyMatch(Outages::isOutside)) {
      return true;
    }
    boolean isTheStatementsFault = told.stream().anyMatch(sql -> sql.getSQLState() != null);
    return !isTheStatementsFault && causes.stream().anyMatch(Outages::isOne);
  }

  /**
   * Reading or writing failed, with nothing wrong in what was read. A file that is not there, or is
   * not what we take it for, will not be next time either; a full disk may.
   */
  private static boolean isOutside(IOException failure) {
    boolean isOurs =
        failure instanceof CharacterCodingException
            || failure instanceof FileSystemException
            || failure instanceof FileNotFoundException
            || failure instanceof ObjectStreamException
            || failure instanceof ZipException;
    return !isOurs || String.valueOf(failure.getMessage()).contains(DISK_FULL);
  }

  /** A pool's and a closed connection's refusals come without a state; the database's never. */
  private static boolean tellsOne(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || state != null && (STATES.contains(state) || CLASSES.contains(classOf(state)));
  }

  private static boolean isOne(Throwable cause) {
    return KINDS.stream().anyMatch(kind -> kind.isInstance(cause))
        || cause instanceof SQLException
        || cause instanceof IllegalStateException && tellsClosed(cause.getMessage());
  }

  /** As Hibernate says of the connection, the session or the entity manager it had. */
  private static boolean tellsClosed(@Nullable String message) {
    return message != null && (message.endsWith(" is closed") || message.endsWith(" is closed."));
  }

  private static String classOf(String state) {
    return state.substring(0, Math.min(2, state.length()));
  }

  private static <T> Stream<T> in(List<Throwable> causes, Class<T> type) {
    return causes.stream().filter(type::isInstance).map(type::cast);
  }
}
