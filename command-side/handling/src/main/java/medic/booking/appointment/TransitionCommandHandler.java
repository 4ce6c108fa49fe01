package medic.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
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
 * Moves appointments along their state machine. Confirm, complete, no-show and reopen touch the
 * appointment alone, unless a move is asked for: then its time is taken or given back with it.
 * Decline and cancel give all of its time back in the same unit of work.
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
    AppointmentState from = locks.peek(command.appointmentId());
    return from.hasRequestedMove()
        ? locked(from, metaData, (in, visit) -> moves.accept(in, visit, command.reason()))
        : alone(from, metaData, a -> a.confirm(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(CompleteAppointment command, MetaData metaData) {
    return ending(
        command.appointmentId(), metaData, a -> a.complete(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(MarkNoShow command, MetaData metaData) {
    return ending(
        command.appointmentId(), metaData, a -> a.markNoShow(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(ReopenAppointment command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    return alone(from, metaData, a -> a.reopen(command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(DeclineAppointment command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(from, metaData, (in, visit) -> decline(in, visit, command.reason(), null));
  }

  /** Whoever answers at the same time comes first or last; the other one is refused. */
  @CommandHandler
  AppointmentOutcome handle(DeclineUnanswered command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(
        from,
        metaData,
        (in, visit) -> {
          in.appointment().execute(a -> a.mustStillAsk(command.asked()));
          decline(in, visit, null, DeclineCause.UNANSWERED);
        });
  }

  @CommandHandler
  AppointmentOutcome handle(WithdrawMove command, MetaData metaData) {
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(from, metaData, (in, visit) -> moves.withdraw(in, visit, command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(CancelAppointment command, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    AppointmentState from = locks.peek(command.appointmentId());
    return locked(
        from,
        metaData,
        (in, visit) -> {
          StepRules.mustCancel(visit);
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
      StepRules.mustDecline(from);
      in.freeAll(from);
      in.appointment().execute(a -> a.decline(reason, cause));
    }
  }

  /** What is over moves no more. */
  private AppointmentOutcome ending(
      AppointmentId id, MetaData metaData, Consumer<Appointment> step) {
    AppointmentState from = locks.peek(id);
    return from.hasRequestedMove()
        ? locked(
            from,
            metaData,
            (in, visit) -> {
              in.appointment().execute(step);
              RequestedMoves.release(in, visit);
            })
        : alone(from, metaData, step);
  }

  private AppointmentOutcome alone(
      AppointmentState peeked, MetaData metaData, Consumer<Appointment> step) {
    Aggregate<Appointment> appointment = locks.appointment(peeked.outcome().appointmentId());
    if (appointment.invoke(a -> a.isNew(metaData))) {
      boolean asks = appointment.invoke(a -> a.state().hasRequestedMove());
      if (asks && !peeked.hasRequestedMove()) {
        throw new ConcurrencyException("a move was asked for meanwhile");
      }
      appointment.execute(step);
    }
    return appointment.invoke(Appointment::outcome);
  }

  private AppointmentOutcome locked(
      AppointmentState peeked, MetaData metaData, BiConsumer<Involved, AppointmentState> step) {
    Aggregate<DoctorSchedule> schedule = locks.schedule(peeked);
    Involved involved = locks.rest(schedule, peeked, null);
    if (involved.appointment().invoke(a -> a.isNew(metaData))) {
      step.accept(involved, peeked);
    }
    return involved.appointment().invoke(Appointment::outcome);
  }
}
