package medic.events.consent;

import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;

/** An entry of a patient's ledger of consent. */
public sealed interface ConsentEvent permits ConsentGiven, ConsentWithdrawn {
  PatientId patientId();

  NotificationChannel channel();

  ConsentSource source();
}
