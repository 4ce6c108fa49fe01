package medic.events.notification;

import java.time.Instant;
import medic.events.id.NotificationId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A provider took a message over. */
@Revision("1")
public record NotificationSent(
    NotificationId notificationId,
    NotificationSubject about,
    @Nullable String providerMessageId,
    Instant sentAt)
    implements NotificationEvent {}
