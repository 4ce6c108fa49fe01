package medic.booking.notification;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import medic.command.notification.RecordNotification;
import medic.events.id.NotificationId;
import medic.events.notification.NotificationDelivered;
import medic.events.notification.NotificationEvent;
import medic.events.notification.NotificationFailed;
import medic.events.notification.NotificationKept;
import medic.events.notification.NotificationRequeued;
import medic.events.notification.NotificationSent;
import medic.events.notification.NotificationState;
import medic.events.notification.NotificationSubject;
import medic.events.notification.NotificationUndelivered;
import medic.events.notification.NotificationWithdrawn;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What became of one message: on record once, and only forward. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Notification {

  @AggregateIdentifier private @Nullable NotificationId id;
  private NotificationState state = NotificationState.QUEUED;

  Notification() {}

  /** Answers where the message stands then: where it stood, if it cannot come to that state. */
  NotificationState decide(RecordNotification command) {
    if (command.state().mayFollow(state)) {
      AggregateLifecycle.apply(eventOf(command));
    }
    return state;
  }

  private static NotificationEvent eventOf(RecordNotification c) {
    NotificationId id = c.notificationId();
    NotificationSubject about =
        new NotificationSubject(
            c.appointmentId(),
            c.doctorId(),
            c.patientId(),
            c.recipient(),
            c.channel(),
            c.template(),
            c.revision());
    return switch (c.state()) {
      case KEPT -> new NotificationKept(id, about, c.at());
      case SENT -> new NotificationSent(id, about, c.providerMessageId(), c.at());
      case DELIVERED -> new NotificationDelivered(id, about, c.at());
      case UNDELIVERED -> new NotificationUndelivered(id, about, c.reason(), c.at());
      case FAILED -> new NotificationFailed(id, about, c.reason());
      case WITHDRAWN -> new NotificationWithdrawn(id, about, c.reason());
      case QUEUED -> new NotificationRequeued(id, about);
    };
  }

  @EventSourcingHandler
  void evolve(NotificationEvent event) {
    id = event.notificationId();
    state = stateAfter(event);
  }

  private static NotificationState stateAfter(NotificationEvent event) {
    if (event instanceof NotificationKept) {
      return NotificationState.KEPT;
    } else if (event instanceof NotificationSent) {
      return NotificationState.SENT;
    } else if (event instanceof NotificationDelivered) {
      return NotificationState.DELIVERED;
    } else if (event instanceof NotificationUndelivered) {
      return NotificationState.UNDELIVERED;
    } else if (event instanceof NotificationFailed) {
      return NotificationState.FAILED;
    }
    return event instanceof NotificationWithdrawn
        ? NotificationState.WITHDRAWN
        : NotificationState.QUEUED;
  }
}
