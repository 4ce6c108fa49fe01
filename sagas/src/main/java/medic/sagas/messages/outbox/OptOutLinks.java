package medic.sagas.messages.outbox;

import java.net.URI;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;

/** Makes the addresses under which a patient says no to a channel. */
public interface OptOutLinks {
  URI of(PatientId patient, NotificationChannel channel);
}
