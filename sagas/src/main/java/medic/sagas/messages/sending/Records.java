package medic.sagas.messages.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.notification.RecordNotification;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.OutboxTable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts on record, as an event, where a message has come to stand. */
@Component
public class Records {

  private static final MetaData SYSTEM =
      MetaData.from(Actor.SYSTEM.asMetaData()).and(CommandMetaData.CHANNEL, "notifications");

  private final OutboxTable table;
  private final StaffCalls calls;
  private final CommandGateway commands;
  private final Clock clock;

  public Records(OutboxTable table, StaffCalls calls, CommandGateway commands, Clock clock) {
    this.table = table;
    this.calls = calls;
    this.commands = commands;
    this.clock = clock;
  }

  /** As the engine itself. */
  public void put(NotificationId id) {
    put(id, SYSTEM);
  }

  /** In somebody's name. What is on record already is not put there again. */
  public void put(NotificationId id, Map<String, ?> metaData) {
    table
        .find(id)
        .filter(Records::isNews)
        .ifPresent(
            message -> {
              calls.considerAfter(message);
              var unused = put(message, message.state(), message.errorReason(), metaData);
              table.recorded(id, message.state());
            });
  }

  /**
   * Puts a state on record, in somebody's name, that a message is about to come to.
   *
   * @return where it stands by the record, which is elsewhere if it cannot come to that state
   */
  public NotificationState put(
      OutboxMessage message,
      NotificationState state,
      @Nullable String reason,
      Map<String, ?> metaData) {
    return commands.sendAndWait(
        GenericCommandMessage.asCommandMessage(commandOf(message, state, reason))
            .withMetaData(metaData));
  }

  private static boolean isNews(OutboxMessage message) {
    boolean justQueued = message.isQueued() && message.recorded() == null;
    return message.state() != message.recorded() && !justQueued;
  }

  private RecordNotification commandOf(
      OutboxMessage message, NotificationState state, @Nullable String reason) {
    @Nullable Instant sentAt = state == NotificationState.SENT ? message.sentAt() : null;
    return new RecordNotification(
        message.id(),
        message.appointmentId(),
        message.doctorId(),
        message.patientId(),
        message.recipient(),
        message.channel(),
        message.template().key(),
        message.revision(),
        state,
        message.providerMessageId(),
        reason,
        sentAt == null ? clock.instant() : sentAt);
  }
}
