package medic.sagas.messages.sending;

import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.OutboxTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what providers report of messages, in whichever order and how often they do. */
@Component
public class Deliveries {

  private final OutboxTable table;
  private final Records records;

  public Deliveries(OutboxTable table, Records records) {
    this.table = table;
    this.records = records;
  }

  public void delivered(NotificationId id) {
    table.settle(id, NotificationState.DELIVERED, null);
    records.put(id);
  }

  /**
   * @param code the provider's, not its words
   */
  public void undelivered(NotificationId id, @Nullable String code) {
    table.settle(id, NotificationState.UNDELIVERED, code);
    records.put(id);
  }
}
