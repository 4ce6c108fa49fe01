package medic.booking.appointment;

import static medic.command.appointment.AppointmentAction.CANCEL;
import static medic.command.appointment.AppointmentAction.COMPLETE;
import static medic.command.appointment.AppointmentAction.CONFIRM;
import static medic.command.appointment.AppointmentAction.DECLINE;
import static medic.command.appointment.AppointmentAction.NO_SHOW;
import static medic.command.appointment.AppointmentAction.REOPEN;
import static medic.command.appointment.AppointmentAction.WITHDRAW_MOVE;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import medic.booking.patient.PatientCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.appointment.AppointmentAction;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.DeclineUnanswered;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.ReopenAppointment;
import medic.command.appointment.WithdrawMove;
import medic.events.appointment.DeclineCause;
import medic.events.id.AppointmentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Moves appointments along their state machine. Complete, no-show and reopen change the appointment
 * alone, unless a move is asked for: then its time is given back with it. Confirm needs the doctor
 * and the place to be there still, and takes the time of a move. Decline and cancel give all of its
 * time back in the same unit of work. The patient's calendar is locked with each, for it knows
 * whether anything may be kept of the patient.
 */
class TransitionCommandHandler {

  private final AppointmentLocks locks;
  private final MoveAnswers moves;
  private final Clock clock;

  TransitionCommandHandler(AppointmentLocks locks, MoveAnswers moves, Clock clock) {
    this.locks = locks;
    this.moves = moves;
    this.clock = clock;
  }

  @CommandHandler
  AppointmentOutcome handle(ConfirmAppointment command, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    return locked(
        locks.peek(command.appointmentId()),
        new Step(CONFIRM, command.reason(), metaData),
        (in, visit) -> {
          Instant now = clock.instant();
          in.schedule().execute(s -> new ChangePolicy(visit, s, actor, now).mustReceive());
          confirm(in, visit, command.reason(), now);
        });
  }

  private void confirm(Involved in, AppointmentState visit, @Nullable String reason, Instant now) {
    if (visit.hasRequestedMove()) {
      moves.accept(in, visit, reason);
    } else {
      in.appointment().execute(a -> a.confirm(reason, now));
    }
  }

  @CommandHandler
  AppointmentOutcome handle(CompleteAppointment command, MetaData metaData) {
    return ending(
        command.appointmentId(),
        new Step(COMPLETE, command.reason(), metaData),
        a -> a.complete(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(MarkNoShow command, MetaData metaData) {
    return ending(
        command.appointmentId(),
        new Step(NO_SHOW, command.reason(), metaData),
        a -> a.markNoShow(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(ReopenAppointment command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    Step step = new Step(REOPEN, command.reason(), metaData);
    return alone(from, step, a -> a.reopen(command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(DeclineAppointment command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    Step step = new Step(DECLINE, command.reason(), metaData);
    return locked(from, step, (in, visit) -> decline(in, visit, command.reason(), null));
  }

  /** Whoever answers at the same time comes first or last; the other one is refused. */
  @CommandHandler
  AppointmentOutcome handle(DeclineUnanswered command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(
        from,
        new Step(DECLINE, null, metaData),
        (in, visit) -> {
          in.appointment().execute(a -> a.mustStillAsk(command.asked()));
          decline(in, visit, null, DeclineCause.UNANSWERED);
        });
  }

  @CommandHandler
  AppointmentOutcome handle(WithdrawMove command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    Step step = new Step(WITHDRAW_MOVE, command.reason(), metaData);
    return locked(from, step, (in, visit) -> moves.withdraw(in, visit, command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(CancelAppointment command, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(
        from,
        new Step(CANCEL, command.reason(), metaData),
        (in, visit) -> {
          Instant now = clock.instant();
          in.schedule().execute(s -> new ChangePolicy(visit, s, actor, now).mustGiveNotice());
          in.freeAll(visit);
          in.appointment().execute(a -> a.cancel(actor.type(), command.reason()));
        });
  }

  private void decline(
      Involved in, AppointmentState from, @Nullable String reason, @Nullable DeclineCause cause) {
    if (from.hasRequestedMove()) {
      moves.decline(in, from, reason, cause);
    } else {
      in.freeAll(from);
      in.appointment().execute(a -> a.decline(reason, cause));
    }
  }

  /** What is over moves no more. */
  private AppointmentOutcome ending(AppointmentId id, Step step, Consumer<Appointment> end) {
    AppointmentState from = locks.peek(id);
    return from.hasRequestedMove()
        ? locked(
            from,
            step,
            (in, visit) -> {
              in.appointment().execute(end);
              RequestedMoves.release(in, visit);
            })
        : alone(from, step, end);
  }

  private AppointmentOutcome alone(AppointmentState peeked, Step step, Consumer<Appointment> take) {
    Aggregate<PatientCalendar> patient = locks.patient(peeked);
    Aggregate<Appointment> appointment = locks.appointment(peeked.outcome().appointmentId());
    if (step.isNew(appointment)) {
      boolean asks = appointment.invoke(a -> a.state().hasRequestedMove());
      if (asks && !peeked.hasRequestedMove()) {
        throw new ConcurrencyException("a move was asked for meanwhile");
      }
      step.mustBeTaken(appointment.invoke(Appointment::state), patient, clock.instant());
      appointment.execute(take);
    }
    return appointment.invoke(Appointment::outcome);
  }

  private AppointmentOutcome locked(
      AppointmentState peeked, Step step, BiConsumer<Involved, AppointmentState> take) {
    Aggregate<DoctorSchedule> schedule = locks.schedule(peeked);
    Involved involved = locks.rest(schedule, peeked, null);
    if (step.isNew(involved.appointment())) {
      step.mustBeTaken(peeked, involved.patient(), clock.instant());
      take.accept(involved, peeked);
    }
    return involved.appointment().invoke(Appointment::outcome);
  }

  /** What is asked for, and what is said with it. */
  private record Step(AppointmentAction action, @Nullable String reason, MetaData metaData) {

    boolean isNew(Aggregate<Appointment> appointment) {
      return appointment.invoke(a -> a.isNew(metaData));
    }

    void mustBeTaken(AppointmentState visit, Aggregate<PatientCalendar> patient, Instant now) {
      patient.execute(p -> StepRules.mustTake(action, reason, visit, p, now));
    }
  }
}
