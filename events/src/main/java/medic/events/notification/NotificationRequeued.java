package medic.events.notification;

import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;

/** A message that was given up is to be sent again. */
@Revision("1")
public record NotificationRequeued(NotificationId notificationId, NotificationSubject about)
    implements NotificationEvent {}
