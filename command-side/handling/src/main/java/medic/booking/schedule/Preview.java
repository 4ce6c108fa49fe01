package medic.booking.schedule;

import java.util.List;
import java.util.UUID;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.ExceptionId;

/** What would claim visits' time after a change: decided as the change itself is, on copies. */
final class Preview {

  private static final ExceptionId UNUSED = new ExceptionId(new UUID(0, 0));

  private Preview() {}

  static TimeClaims of(PreviewVisitsHit asked, TimeClaims now) {
    TimeClaims then =
        new TimeClaims(
            now.premises(),
            now.types().copy(),
            now.templates().copy(),
            now.exceptions().copy(),
            now.timeOffs().copy(),
            now.external());
    for (DoctorScheduleEvent event : events(asked, now)) {
      then.types().evolve(event);
      then.templates().evolve(event);
      then.exceptions().evolve(event);
      then.timeOffs().evolve(event);
    }
    return then;
  }

  private static List<? extends DoctorScheduleEvent> events(
      PreviewVisitsHit asked, TimeClaims now) {
    var doctor = asked.doctorId();
    if (asked.block() != null) {
      return now.exceptions()
          .decide(
              new AddAvailabilityException(doctor, UNUSED, asked.block()),
              now.premises(),
              now.types());
    } else if (asked.approval() != null) {
      return now.timeOffs().decide(new ApproveTimeOff(doctor, asked.approval()));
    } else if (asked.template() != null) {
      return asked.hours() == null
          ? now.templates().decide(new RemoveScheduleTemplate(doctor, asked.template()))
          : now.templates()
              .decide(
                  new ReviseScheduleTemplate(doctor, asked.template(), asked.hours()),
                  now.premises());
    } else if (asked.type() != null) {
      return asked.terms() == null
          ? now.types().decide(new WithdrawAppointmentType(doctor, asked.type()))
          : now.types()
              .decide(
                  new ReviseAppointmentType(doctor, asked.type(), asked.terms()), now.premises());
    }
    return List.of();
  }
}
