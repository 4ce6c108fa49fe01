package medic.events.consent;

import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.serialization.Revision;

/** A patient wants messages by a channel. */
@Revision("1")
public record ConsentGiven(PatientId patientId, NotificationChannel channel, ConsentSource source)
    implements ConsentEvent {}
