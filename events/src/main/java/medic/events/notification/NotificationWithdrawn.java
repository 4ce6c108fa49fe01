package medic.events.notification;

import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A message is not to be sent any more. */
@Revision("1")
public record NotificationWithdrawn(
    NotificationId notificationId, NotificationSubject about, @Nullable String reason)
    implements NotificationEvent {}
