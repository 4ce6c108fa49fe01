package medic.sagas.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.patient.RecordKeyDestroyed;
import medic.events.patient.PatientErased;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Has every part of the system forget an erased patient, and puts the receipt on record. A part
 * that fails leaves the event to be handled again: an erasure that was decided is carried out,
 * however late.
 */
@Component
@ProcessingGroup(WhenPatientErasedThenForget.GROUP)
public class WhenPatientErasedThenForget {

  public static final String GROUP = "erasure";

  private static final MetaData SYSTEM =
      MetaData.from(Actor.SYSTEM.asMetaData()).and(CommandMetaData.CHANNEL, "erasure");

  private final List<Forgets> parts;
  private final DestroysKey key;
  private final ErasureReceipts receipts;
  private final CommandGateway commands;
  private final Clock clock;

  public WhenPatientErasedThenForget(
      List<Forgets> parts,
      DestroysKey key,
      ErasureReceipts receipts,
      CommandGateway commands,
      Clock clock) {
    this.parts = parts;
    this.key = key;
    this.receipts = receipts;
    this.commands = commands;
    this.clock = clock;
  }

  /** The key comes last: whatever fails before is tried again with the key still there. */
  @EventHandler
  void on(PatientErased erased) {
    parts.forEach(part -> part.forget(erased.patientId()));
    Instant destroyedAt = key.destroy(erased.patientId(), clock.instant());
    commands.sendAndWait(
        GenericCommandMessage.asCommandMessage(
                new RecordKeyDestroyed(
                    erased.patientId(),
                    destroyedAt,
                    receipts.receipt(erased.patientId(), destroyedAt)))
            .withMetaData(SYSTEM));
  }
}
