package medic.booking.consent;

import java.util.function.Consumer;
import medic.booking.deciding.FirstEvents;
import medic.command.Refusal;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;

/** Keeps the ledgers of consent of patients who are known. */
class ConsentDesk {

  private final Repository<Consent> consents;
  private final FirstEvents firstEvents;

  ConsentDesk(Repository<Consent> consents, FirstEvents firstEvents) {
    this.consents = consents;
    this.firstEvents = firstEvents;
  }

  @CommandHandler
  void handle(GiveConsent command, MetaData metaData) throws Exception {
    inLedgerOf(command.patientId(), ledger -> ledger.decide(command, metaData));
  }

  @CommandHandler
  void handle(WithdrawConsent command, MetaData metaData) throws Exception {
    inLedgerOf(command.patientId(), ledger -> ledger.decide(command, metaData));
  }

  private void inLedgerOf(PatientId patient, Consumer<Consent> decision) throws Exception {
    if (!firstEvents.exist(patient)) {
      throw Refusal.unknown("patient");
    }
    consents.loadOrCreate(Consent.idOf(patient).toString(), Consent::new).execute(decision);
  }
}
