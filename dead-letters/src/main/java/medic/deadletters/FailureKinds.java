package medic.deadletters;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What a failure means, and what may be told of it: its message may quote a patient. */
public final class FailureKinds {

  /**
   * Classes of SQLSTATE: connection, rollback, resources, locks, operator's intervention, system.
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  /** A transaction idle or open too long; a server that only reads. As callers are told to wait. */
  private static final Set<String> PASSING_STATES = Set.of("25P03", "25P04", "25006");

  private FailureKinds() {}

  /**
   * Whether trying the same again may help: then no event is to blame.
   *
   * @param more what else passes
   */
  static boolean mayPass(Throwable fault, List<TransientFault> more) {
    return causes(fault)
        .anyMatch(cause -> passes(cause) || more.stream().anyMatch(one -> one.passes(cause)));
  }

  private static boolean passes(Throwable cause) {
    return cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransactionException
        || cause instanceof UnableToClaimTokenException
        || cause instanceof VirtualMachineError
        || cause instanceof IllegalStateException && tellsClosed(cause.getMessage())
        || cause instanceof SQLException refused && passes(refused);
  }

  /** Without a state it is the pool's or the driver's own: there is no connection. */
  private static boolean passes(SQLException refused) {
    String state = refused.getSQLState();
    return state == null
        || PASSING_STATES.contains(state)
        || PASSING.stream().anyMatch(state::startsWith);
  }

  /** As Hibernate says of the connection it had. */
  private static boolean tellsClosed(@Nullable String message) {
    return message != null && (message.endsWith(" is closed") || message.endsWith(" is closed."));
  }

  /** The kind of failure at its root, as in {@code NullPointerException}. */
  public static String reason(Throwable fault) {
    return causes(fault).reduce((outer, inner) -> inner).orElse(fault).getClass().getSimpleName();
  }

  /** Where it came from, without its words. */
  public static Throwable withoutWords(Throwable fault) {
    Throwable root = causes(fault).reduce((outer, inner) -> inner).orElse(fault);
    Throwable told = new Throwable(root.getClass().getName());
    told.setStackTrace(root.getStackTrace());
    return told;
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
