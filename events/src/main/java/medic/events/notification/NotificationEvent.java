package medic.events.notification;

import medic.events.id.NotificationId;

/** What becomes of a message. */
public sealed interface NotificationEvent
    permits NotificationDelivered,
        NotificationFailed,
        NotificationKept,
        NotificationRequeued,
        NotificationSent,
        NotificationUndelivered,
        NotificationWithdrawn {
  NotificationId notificationId();

  NotificationSubject about();
}
