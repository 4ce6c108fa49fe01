package medic.booking.deciding;

import java.util.Map;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalCode;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Handles commands on this node. A command that loses a race is decided again from fresh state, a
 * bounded number of times; so is one that rests on a cached calendar which another node has changed
 * since, where no append would tell: it was refused, or appends nothing there. Every try is a unit
 * of work of its own.
 *
 * <p>No transaction is opened: all events of a unit of work are appended by one statement.
 */
public final class RetryingCommandBus extends SimpleCommandBus {

  /** The metadata key that tells a handler which try it is, from 2 on. */
  public static final String ATTEMPT = "attempt";

  private final EventStore eventStore;
  private final Cache cache;
  private final StorePosition position;
  private final RaceBackoff backoff;

  RetryingCommandBus(
      Builder builder,
      EventStore eventStore,
      Cache cache,
      StorePosition position,
      RaceBackoff backoff) {
    super(builder.transactionManager(NoTransactionManager.INSTANCE));
    this.eventStore = eventStore;
    this.cache = cache;
    this.position = position;
    this.backoff = backoff;
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    if (CurrentUnitOfWork.isStarted()) {
      // Part of somebody's unit of work: its events are appended there, and only there retried.
      super.handle(command, checked(handler), callback);
      return;
    }
    Attempt<C, R> attempt = attempt(command, handler, 1);
    for (int number = 2; backoff.allows(number) && worthAnother(attempt); number++) {
      if (attempt.lostRace()) {
        backoff.pauseBefore(number);
      }
      attempt = attempt(command, handler, number);
    }
    callback.onResult(command, answer(attempt));
  }

  private <C, R> Attempt<C, R> attempt(
      CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler, int number) {
    Attempt<C, R> attempt = new Attempt<>();
    CommandMessage<C> numbered =
        number == 1 ? command : command.andMetaData(Map.of(ATTEMPT, Integer.toString(number)));
    super.<C, R>handle(numbered, attempt.watching(checked(handler)), attempt);
    return attempt;
  }

  /** The check comes before any append, for it is registered before anything is applied. */
  private MessageHandler<CommandMessage<?>> checked(
      MessageHandler<? super CommandMessage<?>> handler) {
    return message -> {
      CurrentUnitOfWork.get().onPrepareCommit(this::mustNotRestOnStale);
      return handler.handle(message);
    };
  }

  private boolean worthAnother(Attempt<?, ?> attempt) {
    return attempt.lostRace() || attempt.refusal() != null && isStale(attempt.basis());
  }

  /**
   * An append would fail where another node was faster; what is only read, or found to be as wished
   * already, has none.
   */
  private void mustNotRestOnStale(UnitOfWork<?> unitOfWork) {
    if (isStale(DecisionBasis.unchanged(unitOfWork))) {
      throw new ConcurrencyException("decided on what another node has changed since");
    }
  }

  /** Compares what was decided on with what is stored; what is behind leaves the cache. */
  private boolean isStale(Map<String, Long> basis) {
    boolean stale = false;
    for (Map.Entry<String, Long> decidedOn : basis.entrySet()) {
      String aggregate = decidedOn.getKey();
      long stored = eventStore.lastSequenceNumberFor(aggregate).orElse(-1L);
      if (stored != decidedOn.getValue()) {
        cache.remove(aggregate);
        stale = true;
      }
    }
    return stale;
  }

  private <R> CommandResultMessage<? extends R> answer(Attempt<?, R> attempt) {
    if (attempt.lostRace()) {
      return refused(
          new Refusal(
              RefusalCode.CONCURRENT_CHANGE,
              "Others are changing the same thing. Read it again and try once more."));
    }
    Refusal refusal = attempt.refusal();
    if (refusal != null) {
      return refused(refusal);
    }
    return attempt.result().isExceptional() ? attempt.result() : positioned(attempt);
  }

  private <R> CommandResultMessage<? extends R> positioned(Attempt<?, R> attempt) {
    Long appended = attempt.appendedPosition();
    long reached = appended == null ? position.head() : appended;
    return attempt.result().andMetaData(Map.of(CommandMetaData.POSITION, Long.toString(reached)));
  }

  /** The details survive the way to another node; the exception's class would not. */
  private static <R> CommandResultMessage<R> refused(Refusal refusal) {
    return GenericCommandResultMessage.asCommandResultMessage(
        new CommandExecutionException(
            refusal.getMessage() == null ? "refused" : refusal.getMessage(),
            refusal,
            refusal.details()));
  }
}
