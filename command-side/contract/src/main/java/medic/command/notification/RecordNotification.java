package medic.command.notification;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.notification.NotificationState;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record what became of a message. Telling the same twice, or something that a later state
 * has overtaken, changes nothing.
 *
 * @param revision the place of the event that it tells of in the appointment's stream
 * @param reason a code, never a provider's free text
 */
public record RecordNotification(
    @TargetAggregateIdentifier NotificationId notificationId,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    NotificationRecipient recipient,
    NotificationChannel channel,
    String template,
    int revision,
    NotificationState state,
    @Nullable String providerMessageId,
    @Nullable String reason,
    Instant at) {}
