package medic.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import org.axonframework.modelling.command.Aggregate;

/**
 * A patient moves or calls off a visit as early as its type asks, and before it starts. What is
 * only asked for binds nobody yet.
 */
final class PatientNotice {

  private PatientNotice() {}

  static void verify(
      Actor actor, Aggregate<DoctorSchedule> schedule, AppointmentState state, Instant now) {
    if (actor.type() != ActorType.PATIENT
        || state.outcome().status() == AppointmentStatus.PENDING) {
      return;
    }
    int minutes = schedule.invoke(s -> s.minNoticeMinutesOf(state.outcome().appointmentTypeId()));
    if (state.startsAt().isBefore(now.plus(Duration.ofMinutes(minutes)))
        || !state.startsAt().isAfter(now)) {
      throw new Refusal(
          RefusalCode.TOO_SHORT_NOTICE,
          "It is too late to change this visit here. Please call the practice.");
    }
  }
}
