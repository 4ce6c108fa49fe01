package medic.sagas.messages.mailbox;

import java.time.Instant;
import java.util.Set;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import medic.http.ShowsPatients;
import medic.sagas.messages.outbox.KeptMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as its recipient and admins see it. {@code message} is what the outbox keeps: absent
 * where a provider sends, and where the patient was erased.
 */
record NotificationView(
    NotificationId notificationId,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    NotificationRecipient recipient,
    NotificationChannel channel,
    String template,
    int revision,
    JsonNode payload,
    NotificationState state,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable String providerMessageId,
    @Nullable String errorReason,
    @Nullable KeptMessage message)
    implements ShowsPatients {

  @Override
  public Set<PatientId> patientsShown() {
    return patientId == null ? Set.of() : Set.of(patientId);
  }
}
