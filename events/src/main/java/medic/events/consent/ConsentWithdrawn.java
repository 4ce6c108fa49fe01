package medic.events.consent;

import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.serialization.Revision;

/** A patient wants no more messages by a channel. */
@Revision("1")
public record ConsentWithdrawn(
    PatientId patientId, NotificationChannel channel, ConsentSource source)
    implements ConsentEvent {}
