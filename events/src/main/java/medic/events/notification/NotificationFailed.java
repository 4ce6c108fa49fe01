package medic.events.notification;

import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A message was given up; the reason is a code, never a provider's free text. */
@Revision("1")
public record NotificationFailed(
    NotificationId notificationId, NotificationSubject about, @Nullable String errorReason)
    implements NotificationEvent {}
