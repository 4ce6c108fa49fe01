package medic.events.notification;

import java.time.Instant;
import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;

/** A message was put in the outbox, for no provider is configured. */
@Revision("1")
public record NotificationKept(
    NotificationId notificationId, NotificationSubject about, Instant keptAt)
    implements NotificationEvent {}
