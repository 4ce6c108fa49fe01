package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import medic.events.id.NotificationId;
import medic.sagas.messages.outbox.SendTask;

/** What {@link SendTask} does when it is due. */
final class SendExecution {

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

  private SendExecution() {}

  /** The task, for the scheduler to know; a fault of ours (not the provider's) is tried again. */
  static Task<Void> of(Sender sender) {
    return Tasks.custom(SendTask.DESCRIPTOR)
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
