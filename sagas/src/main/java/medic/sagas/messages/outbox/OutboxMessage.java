package medic.sagas.messages.outbox;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One message to one recipient by one channel.
 *
 * @param number orders messages as they were queued
 * @param recorded the last state that is on record as an event
 * @param round how often somebody had it sent again
 * @param message what was rendered, sealed where it is about a patient; kept without a provider
 *     only
 */
public record OutboxMessage(
    NotificationId id,
    long number,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    NotificationRecipient recipient,
    NotificationChannel channel,
    Template template,
    int revision,
    String cause,
    JsonNode payload,
    NotificationState state,
    @Nullable NotificationState recorded,
    int round,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable String providerMessageId,
    @Nullable String errorReason,
    @Nullable String message) {

  /** What makes several deliveries of it one: for the provider, or the recipient's mail client. */
  public String key() {
    return round == 0 ? id.value().toString() : id.value() + "." + round;
  }

  /** Must its recipient hear of it, if need be by telephone? */
  public boolean mustReach() {
    return recipient == NotificationRecipient.PATIENT
        && template.tellsOfChange()
        && payload.path(NoticePolicy.BY_PRACTICE).asBoolean(false);
  }

  /** A time that its payload tells, such as {@code startsAt}; null where it tells none. */
  @Nullable
  public Instant time(String name) {
    JsonNode at = payload.path(name);
    return at.isString() ? Instant.parse(at.stringValue()) : null;
  }

  public boolean isQueued() {
    return state == NotificationState.QUEUED;
  }
}
