package medic.sagas.messages.consents;

import java.util.Map;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.ActorType;
import medic.events.consent.ConsentSource;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Enters what patients say outside their account: by a link, a text message, a browser. */
@Component
public class PatientConsents {

  private final CommandGateway commands;

  public PatientConsents(CommandGateway commands) {
    this.commands = commands;
  }

  public void give(PatientId patient, NotificationChannel channel, ConsentSource source) {
    send(new GiveConsent(patient, channel, source), patient, source);
  }

  public void withdraw(PatientId patient, NotificationChannel channel, ConsentSource source) {
    send(new WithdrawConsent(patient, channel, source), patient, source);
  }

  private void send(Object command, PatientId patient, ConsentSource source) {
    Map<String, String> who = new Actor(ActorType.PATIENT, patient.value().toString()).asMetaData();
    commands.sendAndWait(
        GenericCommandMessage.asCommandMessage(command)
            .withMetaData(
                MetaData.from(who)
                    .and(
                        CommandMetaData.CHANNEL,
                        source.name().toLowerCase(java.util.Locale.ROOT))));
  }
}
