package medic.sagas.messages.outbox;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import medic.events.id.NotificationId;

/**
 * The durable call that sends a message, one a message: whichever process is alive makes it, and
 * one that was killed on the way leaves it to the next.
 */
public final class SendTask {

  public static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("send-notification");

  private SendTask() {}

  public static TaskInstance<Void> instanceOf(NotificationId id) {
    return DESCRIPTOR.instance(id.value().toString()).build();
  }
}
