package medic.sagas.messages.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import medic.sagas.messages.outbox.Notice;
import medic.sagas.messages.outbox.NoticePolicy;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.OutboxTable;
import org.springframework.stereotype.Component;

/**
 * Whom no message reached of what they must hear, the practice telephones: once the last message of
 * a notice has come to nothing, a call is opened and staff are told. A message that gets through
 * after all, such as a dead letter sent again, closes the call.
 */
@Component
public class StaffCalls {

  /** Why a message was withdrawn that its recipient ought to have had. */
  private static final Set<String> NOT_TAKEN = Set.of("opted_out", "no_subscription");

  /** Nobody can telephone a person of whom nothing is known, or is left. */
  private static final String NOBODY = "UNKNOWN_PATIENT";

  private final OutboxTable table;
  private final CallTable calls;
  private final NotificationSettings settings;
  private final Clock clock;

  public StaffCalls(
      OutboxTable table, CallTable calls, NotificationSettings settings, Clock clock) {
    this.table = table;
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes in where a message has come to stand. Told again, it changes nothing. */
  void considerAfter(OutboxMessage message) {
    if (message.mustReach() && message.channel().isAutomatic()) {
      if (hasReached(message.state())) {
        calls.withdraw(message, "reached");
      } else if (hasMissed(message)) {
        open(message);
      }
    }
  }

  private static boolean hasReached(NotificationState state) {
    return switch (state) {
      case KEPT, SENT, DELIVERED -> true;
      case QUEUED, UNDELIVERED, FAILED, WITHDRAWN -> false;
    };
  }

  private static boolean hasMissed(OutboxMessage message) {
    String reason = String.valueOf(message.errorReason());
    return message.state().isDeadLetter()
        ? !reason.equals(NOBODY)
        : message.state() == NotificationState.WITHDRAWN && NOT_TAKEN.contains(reason);
  }

  /** Interrupted between its steps and told again, it goes on. */
  private void open(OutboxMessage message) {
    Instant until = Objects.requireNonNull(message.time("startsAt"));
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      NotificationId call = Notice.idOfCall(message);
      calls.open(call, message, until);
      if (calls.isOpen(call)) {
        Notice wanted = NoticePolicy.callWanted(message, staff(), now);
        table.insert(wanted.idBy(NotificationChannel.EMAIL), wanted, NotificationChannel.EMAIL);
      }
    }
  }

  /** The practice where it has an address, or else the doctor. */
  private NotificationRecipient staff() {
    return settings.practice().isPresent()
        ? NotificationRecipient.PRACTICE
        : NotificationRecipient.DOCTOR;
  }
}
