package medic.booking.appointment;

import java.time.Clock;
import java.util.function.Consumer;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.appointment.CompleteAppointment;
import medic.command.appointment.ConfirmAppointment;
import medic.command.appointment.DeclineAppointment;
import medic.command.appointment.MarkNoShow;
import medic.command.appointment.ReopenAppointment;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.AppointmentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;

/**
 * Moves appointments along their state machine. Confirm, complete, no-show and reopen touch the
 * appointment alone; decline and cancel give its time back in the same unit of work.
 */
class TransitionDesk {

  private final AppointmentLocks locks;
  private final Clock clock;

  TransitionDesk(AppointmentLocks locks, Clock clock) {
    this.locks = locks;
    this.clock = clock;
  }

  @CommandHandler
  AppointmentOutcome handle(ConfirmAppointment command, MetaData metaData) {
    return alone(
        command.appointmentId(), metaData, a -> a.confirm(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(CompleteAppointment command, MetaData metaData) {
    return alone(
        command.appointmentId(), metaData, a -> a.complete(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(MarkNoShow command, MetaData metaData) {
    return alone(
        command.appointmentId(), metaData, a -> a.markNoShow(command.reason(), clock.instant()));
  }

  @CommandHandler
  AppointmentOutcome handle(ReopenAppointment command, MetaData metaData) {
    return alone(command.appointmentId(), metaData, a -> a.reopen(command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(DeclineAppointment command, MetaData metaData) {
    return freeing(
        command.appointmentId(),
        metaData,
        AppointmentStatus.DECLINED,
        a -> a.decline(command.reason()));
  }

  @CommandHandler
  AppointmentOutcome handle(CancelAppointment command, MetaData metaData) {
    Actor actor = Actor.from(metaData);
    return freeing(
        command.appointmentId(),
        metaData,
        AppointmentStatus.CANCELLED,
        a -> a.cancel(actor.type(), command.reason()));
  }

  private AppointmentOutcome alone(
      AppointmentId id, MetaData metaData, Consumer<Appointment> transition) {
    Aggregate<Appointment> appointment = locks.appointment(id);
    if (appointment.invoke(a -> a.isNew(metaData))) {
      appointment.execute(transition);
    }
    return appointment.invoke(Appointment::outcome);
  }

  private AppointmentOutcome freeing(
      AppointmentId id, MetaData metaData, AppointmentStatus next, Consumer<Appointment> step) {
    AppointmentState peeked = locks.peek(id);
    Aggregate<DoctorSchedule> schedule = locks.schedule(peeked);
    Involved involved = locks.rest(schedule, peeked, null);
    Aggregate<Appointment> appointment = involved.appointment();
    if (appointment.invoke(a -> a.isNew(metaData))) {
      appointment.execute(a -> a.mustAllow(next));
      if (next == AppointmentStatus.CANCELLED) {
        PatientNotice.verify(Actor.from(metaData), schedule, peeked, clock.instant());
      }
      involved.freeAll(peeked);
      appointment.execute(step);
    }
    return appointment.invoke(Appointment::outcome);
  }
}
