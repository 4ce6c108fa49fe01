package medic.events.notification;

import java.time.Instant;
import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;

/** The provider reports a message as delivered. */
@Revision("1")
public record NotificationDelivered(
    NotificationId notificationId, NotificationSubject about, Instant reportedAt)
    implements NotificationEvent {}
