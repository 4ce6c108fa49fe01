package medic.events.notification;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about and to whom it goes, without a word of it. {@code revision} is the place
 * of the event that it tells of in the appointment's stream.
 */
public record NotificationSubject(
    @Nullable AppointmentId appointmentId,
    @Nullable DoctorId doctorId,
    @Nullable PatientId patientId,
    NotificationRecipient recipient,
    NotificationChannel channel,
    String template,
    int revision) {}
