package medic.booking.consent;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.EnumMap;
import java.util.Map;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.consent.ConsentEvent;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentWithdrawn;
import medic.events.id.ConsentId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A patient's ledger of consent: each change of mind is an entry, nothing is taken out. */
@Revision("1")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Consent {

  @AggregateIdentifier private @Nullable ConsentId id;
  private Map<NotificationChannel, Boolean> given = new EnumMap<>(NotificationChannel.class);

  Consent() {}

  static ConsentId idOf(PatientId patient) {
    return new ConsentId(patient.value());
  }

  void decide(GiveConsent command) {
    if (!Boolean.TRUE.equals(given.get(command.channel()))) {
      AggregateLifecycle.apply(
          new ConsentGiven(command.patientId(), command.channel(), command.source()));
    }
  }

  void decide(WithdrawConsent command) {
    if (!Boolean.FALSE.equals(given.get(command.channel()))) {
      AggregateLifecycle.apply(
          new ConsentWithdrawn(command.patientId(), command.channel(), command.source()));
    }
  }

  @EventSourcingHandler
  void evolve(ConsentEvent event) {
    id = idOf(event.patientId());
    given.put(event.channel(), event instanceof ConsentGiven);
  }
}
