package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RequestTimeOff;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.id.TimeOffId;

/** Time off that is not over: asked for, then granted or not; a granted one blocks. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class TimeOffs {

  enum Status {
    REQUESTED,
    APPROVED,
    REJECTED,
    CANCELLED
  }

  record TimeOff(TimeOffRequested request, Status status) {}

  private Map<TimeOffId, TimeOff> timeOffs = new LinkedHashMap<>();

  List<TimeOffRequested> decide(RequestTimeOff command) {
    TimeOff known = timeOffs.get(command.timeOffId());
    Instant start = command.details().startAt();
    Instant end = command.details().endAt();
    StartsBeforeItEnds.verify(start, end, "endAt");
    return Creation.of(
        new TimeOffRequested(
            command.doctorId(), command.timeOffId(), start, end, command.details().reason()),
        known == null ? null : known.request(),
        "timeOffId");
  }

  List<TimeOffApproved> decide(ApproveTimeOff command) {
    TimeOff timeOff = known(command.timeOffId());
    if (alreadyIn(timeOff, Status.APPROVED, Status.REQUESTED)) {
      return List.of();
    }
    return List.of(
        new TimeOffApproved(
            command.doctorId(),
            command.timeOffId(),
            timeOff.request().startsAt(),
            timeOff.request().endsAt()));
  }

  List<TimeOffRejected> decide(RejectTimeOff command) {
    return alreadyIn(known(command.timeOffId()), Status.REJECTED, Status.REQUESTED)
        ? List.of()
        : List.of(new TimeOffRejected(command.doctorId(), command.timeOffId(), command.reason()));
  }

  List<TimeOffCancelled> decide(CancelTimeOff command) {
    return alreadyIn(
            known(command.timeOffId()), Status.CANCELLED, Status.REQUESTED, Status.APPROVED)
        ? List.of()
        : List.of(new TimeOffCancelled(command.doctorId(), command.timeOffId(), command.reason()));
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof TimeOffRequested requested) {
      timeOffs.put(requested.timeOffId(), new TimeOff(requested, Status.REQUESTED));
    } else if (event instanceof TimeOffApproved approved) {
      turn(approved.timeOffId(), Status.APPROVED);
    } else if (event instanceof TimeOffRejected rejected) {
      turn(rejected.timeOffId(), Status.REJECTED);
    } else if (event instanceof TimeOffCancelled cancelled) {
      turn(cancelled.timeOffId(), Status.CANCELLED);
    }
  }

  void dropOverBefore(Instant horizon) {
    timeOffs.values().removeIf(timeOff -> timeOff.request().endsAt().isBefore(horizon));
  }

  Stream<TimeOffRequested> approved() {
    return timeOffs.values().stream()
        .filter(timeOff -> timeOff.status() == Status.APPROVED)
        .map(TimeOff::request);
  }

  private void turn(TimeOffId id, Status status) {
    timeOffs.computeIfPresent(id, (same, timeOff) -> new TimeOff(timeOff.request(), status));
  }

  private TimeOff known(TimeOffId id) {
    TimeOff timeOff = timeOffs.get(id);
    if (timeOff == null) {
      throw Refusal.unknown("time off");
    }
    return timeOff;
  }

  private static boolean alreadyIn(TimeOff timeOff, Status wanted, Status... allowedFrom) {
    if (timeOff.status() == wanted) {
      return true;
    }
    if (!List.of(allowedFrom).contains(timeOff.status())) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION,
          "Time off that is " + timeOff.status() + " cannot become " + wanted + ".");
    }
    return false;
  }
}
