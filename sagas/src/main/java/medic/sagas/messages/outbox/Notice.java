package medic.sagas.messages.outbox;

import java.time.Instant;
import java.util.Map;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.NameBasedId;
import medic.events.id.NotificationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told to somebody, by whichever channels suit them.
 *
 * @param revision the place of the event that it tells of in the appointment's stream
 * @param cause what sets it apart from others of its template and revision: a reminder's kind
 * @param payload ids and times that the template needs, never a patient's words
 */
public record Notice(
    Template template,
    NotificationRecipient recipient,
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    int revision,
    String cause,
    Map<String, Object> payload,
    Instant dueAt) {

  /** The same for the same notice: whoever tells it again, tells it under the same id. */
  public NotificationId idBy(NotificationChannel channel) {
    return id(template, recipient, appointmentId, doctorId, revision, cause, channel);
  }

  /**
   * The id of the call in place of a message; another one after each time that the message was sent
   * again.
   */
  public static NotificationId idOfCall(OutboxMessage message) {
    String round = message.round() == 0 ? "" : "#" + message.round();
    return id(
        message.template(),
        message.recipient(),
        message.appointmentId(),
        message.doctorId(),
        message.revision(),
        message.cause() + round,
        NotificationChannel.CALL);
  }

  private static NotificationId id(
      Template template,
      NotificationRecipient recipient,
      @Nullable AppointmentId appointmentId,
      @Nullable DoctorId doctorId,
      int revision,
      String cause,
      NotificationChannel channel) {
    String name =
        String.join(
            "|",
            "notification/1",
            template.key(),
            recipient.name(),
            String.valueOf(appointmentId),
            String.valueOf(doctorId),
            Integer.toString(revision),
            cause,
            channel.name());
    return new NotificationId(NameBasedId.of(name));
  }
}
