package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReviseTimeOff;
import medic.events.ActorType;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ScheduleVersions;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;

/**
 * Time off: asked for, then granted or not; a granted one blocks. What nobody decided about stays
 * until somebody does, however long it is over; what was decided can be corrected for a while.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class TimeOffs {

  enum Status {
    REQUESTED,
    APPROVED,
    REJECTED,
    CANCELLED
  }

  record TimeOff(TimeOffRequested asked, TimeOffRequested request, Status status) {

    String version() {
      return ScheduleVersions.ofTimeOff(
          request.startsAt(), request.endsAt(), status.name(), request.reason());
    }
  }

  /** So long after its end time off that was decided can be corrected. */
  static final Duration CORRECTABLE = Duration.ofDays(400);

  private Map<TimeOffId, TimeOff> timeOffs = new LinkedHashMap<>();

  /** How those ended that were over by {@code forgottenUntil}. */
  private Map<TimeOffId, Status> over = new LinkedHashMap<>();

  private Instant forgottenUntil = Instant.EPOCH;

  List<TimeOffRequested> decide(RequestTimeOff command) {
    TimeOff known = timeOffs.get(command.timeOffId());
    Instant start = command.details().startsAt();
    Instant end = command.details().endsAt();
    StartsBeforeItEnds.verify(start, end, "endsAt");
    if (over.containsKey(command.timeOffId())) {
      return forgotten(end);
    }
    return IdempotentCreation.of(
        new TimeOffRequested(
            command.doctorId(), command.timeOffId(), start, end, command.details().reason()),
        known == null ? null : known.asked(),
        "timeOffId");
  }

  /** What was granted is changed by who grants; what was refused or given back, by nobody. */
  List<TimeOffRevised> decide(ReviseTimeOff command, ActorType by) {
    TimeOff known = timeOffs.get(command.timeOffId());
    if (known == null) {
      throw Refusal.unknown("time off");
    }
    TimeOffRequested wanted =
        new TimeOffRequested(
            command.doctorId(),
            command.timeOffId(),
            command.details().startsAt(),
            command.details().endsAt(),
            command.details().reason());
    if (wanted.equals(known.request())) {
      return List.of();
    }
    StartsBeforeItEnds.verify(wanted.startsAt(), wanted.endsAt(), "endsAt");
    mustBeChangedBy(by, known.status());
    AsItWasRead.verify(command.expected(), known.version());
    return List.of(
        new TimeOffRevised(
            wanted.doctorId(),
            wanted.timeOffId(),
            wanted.startsAt(),
            wanted.endsAt(),
            known.status() == Status.APPROVED,
            wanted.reason()));
  }

  private static void mustBeChangedBy(ActorType by, Status status) {
    if (status == Status.APPROVED && by == ActorType.DOCTOR) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION,
          "Granted time off is changed by an admin: ask them, or cancel it and ask anew.");
    }
    if (status != Status.APPROVED && status != Status.REQUESTED) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION, "Time off that is " + status + " stays as it is.");
    }
  }

  /** What is still to come cannot be the one that is over; about the past nobody asks any more. */
  private List<TimeOffRequested> forgotten(Instant end) {
    if (end.isBefore(forgottenUntil)) {
      return List.of();
    }
    throw IdempotentCreation.idAlreadyUsed("timeOffId");
  }

  List<TimeOffApproved> decide(ApproveTimeOff command) {
    if (alreadyIn(command.timeOffId(), command.expected(), Status.APPROVED, Status.REQUESTED)) {
      return List.of();
    }
    TimeOffRequested request = Objects.requireNonNull(timeOffs.get(command.timeOffId())).request();
    return List.of(
        new TimeOffApproved(
            command.doctorId(), command.timeOffId(), request.startsAt(), request.endsAt()));
  }

  List<TimeOffRejected> decide(RejectTimeOff command) {
    return alreadyIn(command.timeOffId(), command.expected(), Status.REJECTED, Status.REQUESTED)
        ? List.of()
        : List.of(new TimeOffRejected(command.doctorId(), command.timeOffId(), command.reason()));
  }

  List<TimeOffCancelled> decide(CancelTimeOff command) {
    return alreadyIn(
            command.timeOffId(),
            command.expected(),
            Status.CANCELLED,
            Status.REQUESTED,
            Status.APPROVED)
        ? List.of()
        : List.of(new TimeOffCancelled(command.doctorId(), command.timeOffId(), command.reason()));
  }

  /** One to try changes on. */
  TimeOffs copy() {
    TimeOffs copy = new TimeOffs();
    copy.timeOffs.putAll(timeOffs);
    copy.over.putAll(over);
    copy.forgottenUntil = forgottenUntil;
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof TimeOffRequested requested) {
      timeOffs.put(requested.timeOffId(), new TimeOff(requested, requested, Status.REQUESTED));
    } else if (event instanceof TimeOffRevised now) {
      revise(now);
    } else if (event instanceof TimeOffApproved approved) {
      turn(approved.timeOffId(), Status.APPROVED);
    } else if (event instanceof TimeOffRejected rejected) {
      turn(rejected.timeOffId(), Status.REJECTED);
    } else if (event instanceof TimeOffCancelled cancelled) {
      turn(cancelled.timeOffId(), Status.CANCELLED);
    }
  }

  void dropOverBefore(Instant now) {
    forgottenUntil = now.minus(CORRECTABLE);
    timeOffs.forEach(
        (id, timeOff) -> {
          if (isForgotten(timeOff)) {
            over.put(id, timeOff.status());
          }
        });
    timeOffs.values().removeIf(this::isForgotten);
  }

  private boolean isForgotten(TimeOff timeOff) {
    return timeOff.status() != Status.REQUESTED
        && timeOff.request().endsAt().isBefore(forgottenUntil);
  }

  Stream<TimeOffRequested> approved() {
    return timeOffs.values().stream()
        .filter(timeOff -> timeOff.status() == Status.APPROVED)
        .map(TimeOff::request);
  }

  private void turn(TimeOffId id, Status status) {
    timeOffs.computeIfPresent(id, (same, off) -> new TimeOff(off.asked(), off.request(), status));
  }

  private void revise(TimeOffRevised now) {
    TimeOffRequested request =
        new TimeOffRequested(
            now.doctorId(), now.timeOffId(), now.startsAt(), now.endsAt(), now.reason());
    timeOffs.computeIfPresent(
        now.timeOffId(), (same, off) -> new TimeOff(off.asked(), request, off.status()));
  }

  private boolean alreadyIn(
      TimeOffId id, @Nullable String expected, Status wanted, Status... allowedFrom) {
    TimeOff timeOff = timeOffs.get(id);
    Status status = timeOff == null ? over.get(id) : timeOff.status();
    if (status == null) {
      throw Refusal.unknown("time off");
    }
    if (status == wanted) {
      return true;
    }
    if (timeOff == null || !List.of(allowedFrom).contains(status)) {
      throw new Refusal(RefusalCode.INVALID_TRANSITION, refused(timeOff == null, status, wanted));
    }
    AsItWasRead.verify(expected, timeOff.version());
    return false;
  }

  private static String refused(boolean forgotten, Status status, Status wanted) {
    return forgotten
        ? "This time off was over more than " + CORRECTABLE.toDays() + " days ago: it stays as is."
        : "Time off that is " + status + " cannot become " + wanted + ".";
  }
}
