package medic.booking.schedule;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import medic.command.Refusal;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.LeavePractice;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.ActorType;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.ExceptionId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;

/** What would claim visits' time after a change: decided as the change itself is, on copies. */
final class Preview {

  private Preview() {}

  static TimeClaims of(PreviewVisitsHit asked, TimeClaims now) {
    TimeClaims then =
        new TimeClaims(
            now.standing().copy(),
            now.premises().copy(),
            now.types().copy(),
            now.templates().copy(),
            now.exceptions().copy(),
            now.timeOffs().copy(),
            now.external());
    for (DoctorScheduleEvent event : events(asked, now)) {
      then.standing().evolve(event);
      then.premises().evolve(event);
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
              new AddAvailabilityException(doctor, unused(now.exceptions()), asked.block()),
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
    return closing(asked, now);
  }

  private static List<? extends DoctorScheduleEvent> closing(
      PreviewVisitsHit asked, TimeClaims now) {
    var doctor = asked.doctorId();
    if (asked.place() != null) {
      return now.premises().places().decide(new CloseLocation(doctor, asked.place(), null, null));
    } else if (asked.room() != null) {
      return now.premises()
          .rooms()
          .decide(new CloseRoom(doctor, at(asked.room(), now), asked.room(), null, null));
    }
    if (asked.exception() != null) {
      return now.exceptions().decide(asked.exception(), now.premises(), now.types());
    } else if (asked.timeOff() != null) {
      return now.timeOffs().decide(asked.timeOff(), ActorType.ADMIN);
    } else if (asked.week() != null) {
      return now.templates().decide(asked.week(), now.premises());
    }
    return asked.leaving()
        ? now.standing().decide(new LeavePractice(doctor, null, null))
        : List.of();
  }

  /** Clients choose their ids, and may have chosen any. */
  private static ExceptionId unused(AvailabilityExceptions exceptions) {
    return LongStream.iterate(0, n -> n + 1)
        .mapToObj(n -> new ExceptionId(new UUID(0, n)))
        .filter(id -> !exceptions.isUsed(id))
        .findFirst()
        .orElseThrow();
  }

  private static LocationId at(RoomId room, TimeClaims now) {
    LocationId place = now.premises().locationOf(room);
    if (place == null) {
      throw Refusal.unknown("room");
    }
    return place;
  }
}
