package medic.booking.consent;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.EnumMap;
import java.util.Map;
import medic.booking.deciding.AnsweredRequests;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentSource;
import medic.events.consent.ConsentWithdrawn;
import medic.events.id.ConsentId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A patient's ledger of consent: each change of mind is an entry, nothing is taken out. A yes that
 * arrives once more after a no does not revoke it.
 */
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Consent {

  @AggregateIdentifier private @Nullable ConsentId id;
  private Map<NotificationChannel, Boolean> given = new EnumMap<>(NotificationChannel.class);

  private AnsweredRequests answered = new AnsweredRequests();

  Consent() {}

  static ConsentId idOf(PatientId patient) {
    return new ConsentId(patient.value());
  }

  Map<NotificationChannel, Boolean> last() {
    return Map.copyOf(given);
  }

  void decide(GiveConsent command, MetaData metaData) {
    if (isNews(command.channel(), true, metaData)) {
      AggregateLifecycle.apply(
          new ConsentGiven(command.patientId(), command.channel(), command.source()));
    }
  }

  void decide(WithdrawConsent command, MetaData metaData) {
    if (isNews(command.channel(), false, metaData)) {
      AggregateLifecycle.apply(
          new ConsentWithdrawn(command.patientId(), command.channel(), command.source()));
    }
  }

  private boolean isNews(NotificationChannel channel, boolean yes, MetaData metaData) {
    return !answered.contain(metaData)
        && (AnsweredRequests.isKeyed(metaData) || !Boolean.valueOf(yes).equals(given.get(channel)));
  }

  /** What a saved profile says of channels; what the ledger says already is no entry. */
  void follow(PatientId patient, Map<NotificationChannel, Boolean> said, MetaData metaData) {
    if (answered.contain(metaData)) {
      return;
    }
    said.forEach(
        (channel, yes) -> {
          if (!yes.equals(given.get(channel))) {
            AggregateLifecycle.apply(
                yes
                    ? new ConsentGiven(patient, channel, ConsentSource.ACCOUNT)
                    : new ConsentWithdrawn(patient, channel, ConsentSource.ACCOUNT));
          }
        });
  }

  @EventSourcingHandler
  void evolve(ConsentEvent event, MetaData metaData) {
    id = idOf(event.patientId());
    given.put(event.channel(), event instanceof ConsentGiven);
    answered.add(metaData);
  }
}
