package medic.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import medic.booking.patient.PatientCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ListActions;
import medic.events.ActorType;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;

/** Tells what somebody may do with a visit, of the state that their command would be decided by. */
class ActionsCommandHandler {

  private final AppointmentLocks locks;
  private final Clock clock;

  ActionsCommandHandler(AppointmentLocks locks, Clock clock) {
    this.locks = locks;
    this.clock = clock;
  }

  @CommandHandler
  ActionsOutcome handle(ListActions command, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    AppointmentState visit = locks.peek(command.appointmentId());
    var outcome = visit.outcome();
    boolean mayLook =
        actor.type() == ActorType.AUDITOR
            || actor.mayActFor(outcome.doctorId(), outcome.patientId());
    if (!mayLook) {
      throw Refusal.unknown("appointment");
    }
    Instant now = clock.instant();
    Aggregate<DoctorSchedule> schedule = locks.schedule(visit);
    Aggregate<PatientCalendar> patient = locks.patient(visit);
    return new ActionsOutcome(
        outcome.appointmentId(),
        outcome.doctorId(),
        outcome.patientId(),
        outcome.appointmentTypeId(),
        schedule.invoke(s -> patient.invoke(p -> new Actions(visit, p, s, actor, now).all())));
  }
}
