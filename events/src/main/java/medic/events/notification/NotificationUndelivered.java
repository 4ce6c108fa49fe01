package medic.events.notification;

import java.time.Instant;
import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The provider reports a message as undeliverable; the reason is its code. */
@Revision("1")
public record NotificationUndelivered(
    NotificationId notificationId,
    NotificationSubject about,
    @Nullable String errorReason,
    Instant reportedAt)
    implements NotificationEvent {}
