package medic.booking.patient;

import java.util.Map;
import medic.booking.consent.ConsentLedgers;
import medic.booking.deciding.AggregateLoader;
import medic.booking.deciding.AsItWasRead;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.RetryingCommandBus;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.command.patient.RevisePatientProfile;
import medic.events.ActorType;
import medic.events.consent.ChannelWords;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientRegistered;
import medic.events.patient.ProfileVersion;
import medic.personal.Value;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Registers patients and revises their profiles, together with what their calendar and their ledger
 * of consent must know.
 */
class PatientCommandHandler {

  private final Repository<Patient> patients;
  private final Repository<PatientCalendar> calendars;
  private final ConsentLedgers ledgers;
  private final FirstEvents firstEvents;

  PatientCommandHandler(
      Repository<Patient> patients,
      Repository<PatientCalendar> calendars,
      ConsentLedgers ledgers,
      FirstEvents firstEvents) {
    this.patients = patients;
    this.calendars = calendars;
    this.ledgers = ledgers;
    this.firstEvents = firstEvents;
  }

  @CommandHandler
  void handle(RegisterPatient command, MetaData metaData) throws Exception {
    PatientId id = command.patientId();
    PatientDetails details = command.details();
    Patient.mustBeReachable(details);
    if (metaData.containsKey(RetryingCommandBus.ATTEMPT) && isRepeated(command)) {
      return;
    }
    calendars.newInstance(
        () -> PatientCalendar.open(id, details.email() != null, details.phone() != null));
    patients.newInstance(() -> Patient.register(id, details));
    ledgers.follow(id, details.communicationPreferences(), metaData);
  }

  /** The same registration sent twice is one; another one under the same id is refused. */
  private boolean isRepeated(RegisterPatient command) {
    return firstEvents
        .of(command.patientId(), PatientRegistered.class)
        .map(
            first -> {
              if (!first
                  .profile()
                  .open()
                  .equals(new Value.Present<>(Patient.profileOf(command.details())))) {
                throw new Refusal(
                    RefusalCode.ID_ALREADY_USED,
                    "This id stands for another patient.",
                    "patientId");
              }
              return true;
            })
        .orElse(false);
  }

  /** A doctor takes back no "no": somebody has said it, be it since they saved the profile. */
  private void mustLeaveWithdrawn(PatientId patient, PatientDetails details, Actor actor) {
    if (actor.type() == ActorType.DOCTOR) {
      Map<NotificationChannel, Boolean> ledger = ledgers.of(patient);
      ChannelWords.said(details.communicationPreferences())
          .forEach(
              (channel, yes) -> {
                if (yes && Boolean.FALSE.equals(ledger.get(channel))) {
                  throw Refusal.unknown("patient");
                }
              });
    }
  }

  @CommandHandler
  void handle(RevisePatientProfile command, MetaData metaData) throws Exception {
    PatientId id = command.patientId();
    PatientDetails details = command.details();
    Patient.mustBeReachable(details);
    Aggregate<PatientCalendar> calendar =
        AggregateLoader.load(calendars, PatientCalendar.idOf(id), "patient");
    Aggregate<Patient> patient = AggregateLoader.load(patients, id, "patient");
    if (patient.invoke(p -> p.isNew(metaData))) {
      Actor actor = Actor.from(metaData);
      patient.execute(p -> p.mustBeCorrectedBy(actor));
      mustLeaveWithdrawn(id, details, actor);
      AsItWasRead.verify(
          command.expected(), ProfileVersion.of(patient.invoke(Patient::savedAt), ledgers.of(id)));
      calendar.execute(c -> c.noteContact(details.email() != null, details.phone() != null));
      patient.execute(p -> p.revise(id, details));
      ledgers.follow(id, details.communicationPreferences(), metaData);
    }
  }
}
