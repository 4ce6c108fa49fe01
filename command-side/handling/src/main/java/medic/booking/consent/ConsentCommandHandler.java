package medic.booking.consent;

import java.util.function.Consumer;
import medic.command.Refusal;
import medic.command.consent.GiveConsent;
import medic.command.consent.WithdrawConsent;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;

/** Keeps the ledgers of consent of patients who are known. */
class ConsentCommandHandler {

  private final Repository<Consent> consents;
  private final ErasedPatients erased;

  ConsentCommandHandler(Repository<Consent> consents, ErasedPatients erased) {
    this.consents = consents;
    this.erased = erased;
  }

  /**
   * @throws Refusal NOT_FOUND, PATIENT_ERASED
   */
  @CommandHandler
  void handle(GiveConsent command, MetaData metaData) throws Exception {
    if (erased.include(command.patientId())) {
      throw Refusal.erasedPatient();
    }
    inLedgerOf(command.patientId(), ledger -> ledger.decide(command, metaData));
  }

  /** Of an erased patient there is nothing left to withdraw. */
  @CommandHandler
  void handle(WithdrawConsent command, MetaData metaData) throws Exception {
    if (!erased.include(command.patientId())) {
      inLedgerOf(command.patientId(), ledger -> ledger.decide(command, metaData));
    }
  }

  private void inLedgerOf(PatientId patient, Consumer<Consent> decision) throws Exception {
    consents.loadOrCreate(Consent.idOf(patient).toString(), Consent::new).execute(decision);
  }
}
