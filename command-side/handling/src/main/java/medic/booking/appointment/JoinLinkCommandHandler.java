package medic.booking.appointment;

import medic.booking.patient.PatientCalendar;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.SetJoinLink;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;

/**
 * Says where a video visit is joined; no time is touched, so only the patient is locked with it.
 */
class JoinLinkCommandHandler {

  private final AppointmentLocks locks;

  JoinLinkCommandHandler(AppointmentLocks locks) {
    this.locks = locks;
  }

  @CommandHandler
  AppointmentOutcome handle(SetJoinLink command, MetaData metaData) {
    Aggregate<PatientCalendar> patient = locks.patient(locks.peek(command.appointmentId()));
    Aggregate<Appointment> appointment = locks.appointment(command.appointmentId());
    if (appointment.invoke(a -> a.isNew(metaData))) {
      patient.execute(p -> StepRules.mustBeKept(command.joinLink(), p));
      appointment.execute(a -> a.setJoinLink(command.joinLink(), metaData));
    }
    return appointment.invoke(Appointment::outcome);
  }
}
