package medic.booking.patient;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import medic.booking.deciding.AggregateLoader;
import medic.command.patient.ErasePatient;
import medic.command.patient.LiftLegalHold;
import medic.command.patient.PlaceLegalHold;
import medic.command.patient.RecordKeyDestroyed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Decides whether a patient may be forgotten, calendar and profile together. */
class ErasureCommandHandler {

  private final Repository<Patient> patients;
  private final Repository<PatientCalendar> calendars;
  private final Period retention;
  private final Clock clock;

  /**
   * @param retention for how long after their last visit a patient's data must be kept
   */
  ErasureCommandHandler(
      Repository<Patient> patients,
      Repository<PatientCalendar> calendars,
      Period retention,
      Clock clock) {
    this.patients = patients;
    this.calendars = calendars;
    this.retention = retention;
    this.clock = clock;
  }

  @CommandHandler
  void handle(ErasePatient command) {
    Instant now = clock.instant();
    Aggregate<PatientCalendar> calendar =
        AggregateLoader.load(calendars, PatientCalendar.idOf(command.patientId()), "patient");
    Aggregate<Patient> patient = AggregateLoader.load(patients, command.patientId(), "patient");
    if (patient.invoke(Patient::isErased)) {
      return;
    }
    patient.execute(Patient::mustNotBeHeld);
    calendar.execute(c -> c.mustBeOver(now, retention));
    calendar.execute(PatientCalendar::close);
    patient.execute(p -> p.erase(command.ground()));
  }

  @CommandHandler
  void handle(PlaceLegalHold command, MetaData metaData) {
    AggregateLoader.load(patients, command.patientId(), "patient")
        .execute(p -> p.placeHold(metaData));
  }

  @CommandHandler
  void handle(LiftLegalHold command) {
    AggregateLoader.load(patients, command.patientId(), "patient").execute(Patient::liftHold);
  }

  @CommandHandler
  void handle(RecordKeyDestroyed command) {
    AggregateLoader.load(patients, command.patientId(), "patient")
        .execute(p -> p.recordKeyDestroyed(command.destroyedAt(), command.receipt()));
  }
}
