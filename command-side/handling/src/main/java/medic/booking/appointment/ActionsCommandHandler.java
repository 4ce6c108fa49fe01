package medic.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import medic.booking.deciding.FirstEvents;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.appointment.ActionsOutcome;
import medic.command.appointment.ListActions;
import medic.events.ActorType;
import medic.events.patient.PatientErased;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** Tells what somebody may do with a visit, of the state that their command would be decided by. */
class ActionsCommandHandler {

  private final AppointmentLocks locks;
  private final FirstEvents firstEvents;
  private final Clock clock;

  ActionsCommandHandler(AppointmentLocks locks, FirstEvents firstEvents, Clock clock) {
    this.locks = locks;
    this.firstEvents = firstEvents;
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
    boolean erased = firstEvents.include(outcome.patientId(), PatientErased.class);
    return new ActionsOutcome(
        outcome.appointmentId(),
        outcome.doctorId(),
        outcome.patientId(),
        outcome.appointmentTypeId(),
        locks
            .schedule(visit)
            .invoke(schedule -> new Actions(visit, erased, schedule, actor, now).all()));
  }
}
