package medic.deadletters;

import java.util.Optional;
import java.util.UUID;
import medic.deadletters.EventDeadLetterTable.DeadLetter;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles parked events again: all that wait in a stream, in order, up to one that fails. */
@Component
public class EventRetries {

  private static final Logger LOG = LoggerFactory.getLogger(EventRetries.class);

  private final EventDeadLetterTable parked;
  private final DeadLetterGroups deadLetters;
  private final EventPositions log;
  private final TransactionManager transactions;

  EventRetries(
      EventDeadLetterTable parked,
      DeadLetterGroups deadLetters,
      EventPositions log,
      TransactionManager transactions) {
    this.parked = parked;
    this.deadLetters = deadLetters;
    this.log = log;
    this.transactions = transactions;
  }

  /** Answers whether it was parked, by a group that runs in this process. */
  public boolean retry(UUID id) {
    Optional<DeadLetter> asked =
        parked.find(id).filter(event -> deadLetters.groups().contains(event.group()));
    asked.ifPresent(
        event -> {
          boolean handled = true;
          while (handled) {
            handled =
                parked
                    .first(event.group(), event.place().stream())
                    .map(this::handled)
                    .orElse(false);
          }
        });
    return asked.isPresent();
  }

  private boolean handled(DeadLetter first) {
    EventMessage<?> event = log.at(first.place());
    DefaultUnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
    work.attachTransaction(transactions);
    ResultMessage<?> result =
        work.executeWithResult(
            () -> {
              if (parked.remove(first.id())) {
                deadLetters.group(first.group()).handleAgain(event);
              }
              return true;
            });
    if (result.isExceptional()) {
      Throwable fault = result.exceptionResult();
      LOG.error("{} cannot handle a parked event", first.group(), FailureKinds.withoutWords(fault));
      parked.failed(first.id(), FailureKinds.reason(fault));
    }
    return !result.isExceptional();
  }

  /** Passes it over for good; answers whether it was parked. */
  public boolean drop(UUID id) {
    return parked.remove(id);
  }
}
