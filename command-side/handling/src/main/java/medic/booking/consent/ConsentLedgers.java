package medic.booking.consent;

import java.util.Map;
import medic.events.consent.ChannelWords;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Enters what a saved profile says of channels into its patient's ledger, in the same decision. */
public final class ConsentLedgers {

  private final Repository<Consent> consents;

  ConsentLedgers(Repository<Consent> consents) {
    this.consents = consents;
  }

  /** What the ledger says last of each channel; nothing where nobody has said anything. */
  public Map<NotificationChannel, Boolean> of(PatientId patient) {
    try {
      return consents.load(Consent.idOf(patient).toString()).invoke(Consent::last);
    } catch (AggregateNotFoundException none) {
      return Map.of();
    }
  }

  /**
   * A yes gives consent, a no withdraws it; where nothing is said, the ledger stays.
   *
   * @param metaData of the command that saves the profile, and says who does
   */
  public void follow(
      PatientId patient, @Nullable Map<String, Object> preferences, MetaData metaData)
      throws Exception {
    Map<NotificationChannel, Boolean> said = ChannelWords.said(preferences);
    if (!said.isEmpty()) {
      consents
          .loadOrCreate(Consent.idOf(patient).toString(), Consent::new)
          .execute(ledger -> ledger.follow(patient, said, metaData));
    }
  }
}
