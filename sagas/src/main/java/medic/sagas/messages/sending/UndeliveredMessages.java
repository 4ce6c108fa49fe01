package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.deadletters.DeadLetterKind;
import medic.sagas.messages.outbox.OutboxTable;
import medic.sagas.messages.outbox.SendTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Messages that were given up, or that a provider could not deliver. */
@Component
class UndeliveredMessages implements DeadLetterKind {

  private final OutboxTable table;
  private final Records records;
  private final SchedulerClient scheduler;
  private final TransactionOperations transaction;
  private final Clock clock;

  UndeliveredMessages(
      OutboxTable table,
      Records records,
      SchedulerClient scheduler,
      TransactionOperations transaction,
      Clock clock) {
    this.table = table;
    this.records = records;
    this.scheduler = scheduler;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Sends it again, with all its tries before it; answers whether it was a dead letter. */
  @Override
  public boolean retry(UUID id, Map<String, ?> inTheNameOf) {
    NotificationId message = new NotificationId(id);
    return moved(
        message,
        inTheNameOf,
        () -> {
          boolean requeued = table.requeue(message);
          if (requeued) {
            scheduler.scheduleIfNotExists(SendTask.instanceOf(message), clock.instant());
          }
          return requeued;
        });
  }

  /** Gives it up for good; answers whether it was a dead letter. */
  @Override
  public boolean drop(UUID id, Map<String, ?> inTheNameOf) {
    NotificationId message = new NotificationId(id);
    return moved(
        message,
        inTheNameOf,
        () -> isGivenUp(message) && table.settle(message, NotificationState.WITHDRAWN, "dropped"));
  }

  private boolean isGivenUp(NotificationId message) {
    return table.find(message).filter(found -> found.state().isDeadLetter()).isPresent();
  }

  private boolean moved(
      NotificationId message, Map<String, ?> inTheNameOf, Supplier<@Nullable Boolean> move) {
    records.put(message);
    boolean moved = Boolean.TRUE.equals(transaction.execute(status -> move.get()));
    if (moved) {
      records.put(message, inTheNameOf);
    }
    return moved;
  }
}
