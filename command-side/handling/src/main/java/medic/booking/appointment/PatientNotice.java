package medic.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import medic.booking.schedule.DoctorSchedule;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.ActorType;
import org.axonframework.modelling.command.Aggregate;

/** A patient moves or calls off a visit as early as its type asks, and before it starts. */
final class PatientNotice {

  private PatientNotice() {}

  static void verify(
      Actor actor, Aggregate<DoctorSchedule> schedule, AppointmentState state, Instant now) {
    if (actor.type() != ActorType.PATIENT) {
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
