package medic.sagas.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.contacts.SealedJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Messages that were given up, or that a provider could not deliver. */
@Component
class DeadLetters {

  private static final String GIVEN_UP = "state in ('FAILED', 'UNDELIVERED')";

  private final DispatchTable table;
  private final Records records;
  private final SchedulerClient scheduler;
  private final TransactionOperations transaction;
  private final SealedJson json;
  private final Clock clock;

  DeadLetters(
      DispatchTable table,
      Records records,
      SchedulerClient scheduler,
      TransactionOperations transaction,
      SealedJson json,
      Clock clock) {
    this.table = table;
    this.records = records;
    this.scheduler = scheduler;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  List<DeadLetterView> page(Paging paging) {
    return table.page(GIVEN_UP, paging.before(), paging.limit()).stream().map(this::view).toList();
  }

  /** Sends it again, with all its tries before it; answers whether it was a dead letter. */
  boolean retry(UUID id, Map<String, ?> inTheNameOf) {
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
  boolean drop(UUID id, Map<String, ?> inTheNameOf) {
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

  private DeadLetterView view(Dispatch d) {
    ObjectNode details = json.json().createObjectNode();
    details.put("channel", d.channel().name());
    details.put("template", d.template().key());
    details.put("recipient", d.recipient().name());
    put(details, "appointmentId", d.appointmentId() == null ? null : d.appointmentId().value());
    put(details, "doctorId", d.doctorId() == null ? null : d.doctorId().value());
    put(details, "patientId", d.patientId() == null ? null : d.patientId().value());
    return new DeadLetterView(
        d.id().value(),
        d.number(),
        "notification",
        d.createdAt(),
        d.attempts(),
        d.errorReason(),
        details);
  }

  private static void put(ObjectNode details, String field, @Nullable UUID value) {
    if (value != null) {
      details.put(field, value.toString());
    }
  }
}
