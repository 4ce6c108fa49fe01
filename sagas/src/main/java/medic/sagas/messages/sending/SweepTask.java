package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.sagas.messages.outbox.OutboxTable;
import medic.sagas.messages.outbox.SendTask;

/**
 * Looks once a minute for messages that are due, or not on record, and that no call is planned for:
 * a process may have been killed while it took in a provider's report, or a dead letter sent again
 * in the instant in which its last call ended.
 */
public final class SweepTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private SweepTask() {}

  public static Task<Void> of(OutboxTable table, SchedulerClient scheduler, Clock clock) {
    return Tasks.recurring("sweep-notifications", FixedDelay.of(EVERY))
        .execute((instance, context) -> sweep(table, scheduler, clock.instant()));
  }

  static void sweep(OutboxTable table, SchedulerClient scheduler, Instant now) {
    table
        .overdueSince(now.minus(EVERY))
        .forEach(id -> scheduler.scheduleIfNotExists(SendTask.instanceOf(id), now));
  }
}
