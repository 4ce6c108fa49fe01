package medic.sagas.messages.channels.sms;

import java.util.LinkedHashSet;
import java.util.Set;
import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.sagas.messages.consents.PatientConsents;
import medic.sagas.messages.contacts.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enters into the ledgers that a provider of text messages sends a number nothing any more: its
 * owner said so there. It holds for everybody with that number.
 */
@Component
public class ProviderOptOuts {

  /** Twilio's code for a number whose owner has opted out. */
  static final int CODE = 21610;

  private final Contacts contacts;
  private final PatientConsents consents;

  ProviderOptOuts(Contacts contacts, PatientConsents consents) {
    this.contacts = contacts;
    this.consents = consents;
  }

  /**
   * @param number in any usual writing
   * @param patient whom the message was for, if it was for one
   */
  public void enter(String number, @Nullable PatientId patient) {
    Set<PatientId> owners = new LinkedHashSet<>(contacts.byPhone(number));
    if (patient != null) {
      owners.add(patient);
    }
    owners.forEach(
        owner -> consents.withdraw(owner, NotificationChannel.SMS, ConsentSource.PROVIDER));
  }
}
