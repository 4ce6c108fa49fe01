package medic.sagas.messages.mailbox;

import java.util.List;
import medic.http.Page;
import medic.personal.SealedJson;
import medic.sagas.Paging;
import medic.sagas.messages.outbox.KeptMessage;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.OutboxTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages to be read: opened for those who may. */
@Component
class Mailbox {

  private static final String SEALED = "p1.";

  private final OutboxTable table;
  private final SealedJson sealed;

  Mailbox(OutboxTable table, SealedJson sealed) {
    this.table = table;
    this.sealed = sealed;
  }

  Page<NotificationView> read(Paging paging, String condition, Object... values) {
    List<OutboxMessage> found = table.page(condition, paging.before(), paging.limit(), values);
    return new Page<>(
        found.stream().map(this::view).toList(), paging.next(found, OutboxMessage::number));
  }

  private NotificationView view(OutboxMessage d) {
    return new NotificationView(
        d.id(),
        d.appointmentId(),
        d.doctorId(),
        d.patientId(),
        d.recipient(),
        d.channel(),
        d.template().key(),
        d.revision(),
        d.payload(),
        d.state(),
        d.attempts(),
        d.createdAt(),
        d.dueAt(),
        d.sentAt(),
        d.providerMessageId(),
        d.errorReason(),
        opened(d.message()));
  }

  private @Nullable KeptMessage opened(@Nullable String message) {
    if (message == null) {
      return null;
    }
    return message.startsWith(SEALED)
        ? sealed.open(message, KeptMessage.class).toOptional().orElse(null)
        : sealed.json().readValue(message, KeptMessage.class);
  }
}
