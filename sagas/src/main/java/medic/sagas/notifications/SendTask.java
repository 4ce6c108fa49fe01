package medic.sagas.notifications;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import medic.events.id.NotificationId;

/**
 * The durable call that sends a message, one a message: whichever process is alive makes it, and
 * one that was killed on the way leaves it to the next.
 */
public final class SendTask {

  private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-notification");
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private SendTask() {}

  static TaskInstance<Void> instanceOf(NotificationId id) {
    return SEND.instance(id.value().toString()).build();
  }

  /** The task, for the scheduler to know; a fault of ours (not the provider's) is tried again. */
  public static Task<Void> of(Sender sender) {
    return Tasks.custom(SEND)
        .onFailure(new ExponentialBackoffFailureHandler<>(AFTER_A_FAULT))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) ->
                sender
                    .send(new NotificationId(UUID.fromString(instance.getId())))
                    .<CompletionHandler<Void>>map(
                        at -> (complete, operations) -> operations.reschedule(complete, at))
                    .orElseGet(OnCompleteRemove::new));
  }
}
