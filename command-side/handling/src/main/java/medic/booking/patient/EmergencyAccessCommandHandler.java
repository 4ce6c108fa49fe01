package medic.booking.patient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import medic.booking.deciding.AggregateLoader;
import medic.command.patient.EmergencyAccessOutcome;
import medic.command.patient.TakeEmergencyAccess;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;

/** Breaks the glass: opens a profile to a doctor who does not treat the patient, on record. */
class EmergencyAccessCommandHandler {

  private final Repository<Patient> patients;
  private final Duration lasts;
  private final Clock clock;

  /**
   * @param lasts for how long a profile stays open
   */
  EmergencyAccessCommandHandler(Repository<Patient> patients, Duration lasts, Clock clock) {
    this.patients = patients;
    this.lasts = lasts;
    this.clock = clock;
  }

  @CommandHandler
  EmergencyAccessOutcome handle(TakeEmergencyAccess command, MetaData metaData) {
    Instant wanted = clock.instant().plus(lasts);
    Instant until =
        AggregateLoader.load(patients, command.patientId(), "patient")
            .invoke(p -> p.openInEmergency(command.doctorId(), command.reason(), wanted, metaData));
    return new EmergencyAccessOutcome(command.patientId(), command.doctorId(), until);
  }
}
