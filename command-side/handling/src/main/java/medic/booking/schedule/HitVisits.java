package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.booking.consent.ErasedPatients;
import medic.booking.patient.Remarks;
import medic.booking.schedule.TimeClaims.Claim;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.KeepHitVisit;
import medic.command.doctor.VisitsHitOutcome;
import medic.events.Remark;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisit;
import medic.events.doctor.HitVisitKept;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.RoomClosed;
import medic.events.doctor.RoomReopened;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.SharedRoomWithdrawn;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRevised;
import medic.events.doctor.VisitsHit;
import medic.events.doctor.VisitsRelieved;
import medic.events.doctor.WeeklyHoursSet;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.personal.Personal;
import org.jspecify.annotations.Nullable;

/** The booked visits whose time something takes, and which of them somebody decided about. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class HitVisits {

  private static final Comparator<SlotBooked> BY_START =
      Comparator.comparing(SlotBooked::startsAt).thenComparing(v -> v.appointmentId().toString());

  private Map<AppointmentId, SlotBooked> booked = new LinkedHashMap<>();

  /** Those hit, and whether it was decided that they are kept. */
  private Map<AppointmentId, Boolean> hit = new HashMap<>();

  /** Why those that are kept are, where somebody said so. */
  private Map<AppointmentId, Personal<Remark>> reasons = new HashMap<>();

  /** What each cause's last change hit, so that it is answered again as it was at first. */
  private Map<String, List<HitVisit>> byCause = new LinkedHashMap<>();

  /** The slot of a visit that is booked here, and not long over. */
  Optional<SlotBooked> booked(AppointmentId visit) {
    return Optional.ofNullable(booked.get(visit));
  }

  boolean isKept(AppointmentId visit) {
    return hit.getOrDefault(visit, false);
  }

  /** What claims the time of each visit that is not over. */
  Map<AppointmentId, Set<Claim>> claims(TimeClaims by, Instant now) {
    return booked.values().stream()
        .filter(visit -> visit.endsAt().isAfter(now))
        .collect(Collectors.toMap(SlotBooked::appointmentId, by::on));
  }

  /** What a change hits: visits that something claims now that did not before. */
  List<VisitsHit> hits(
      DoctorId doctor,
      String cause,
      Map<AppointmentId, Set<Claim>> before,
      Map<AppointmentId, Set<Claim>> after) {
    Map<HitKind, Set<AppointmentId>> news = new HashMap<>();
    after.forEach(
        (visit, claims) ->
            claims.stream()
                .filter(claim -> !before.getOrDefault(visit, Set.of()).contains(claim))
                .forEach(
                    claim ->
                        news.computeIfAbsent(claim.kind(), any -> new HashSet<>()).add(visit)));
    return Stream.of(HitKind.values())
        .filter(news::containsKey)
        .map(kind -> new VisitsHit(doctor, kind, cause, asHit(news.getOrDefault(kind, Set.of()))))
        .toList();
  }

  private List<HitVisit> asHit(Set<AppointmentId> visits) {
    return booked.values().stream()
        .filter(visit -> visits.contains(visit.appointmentId()))
        .sorted(BY_START)
        .map(
            visit ->
                new HitVisit(
                    visit.appointmentId(),
                    visit.appointmentTypeId(),
                    visit.locationId(),
                    visit.startsAt(),
                    visit.endsAt(),
                    isOpen(visit.appointmentId())))
        .toList();
  }

  /** Those that were hit and that nothing claims any more. */
  List<VisitsRelieved> relieved(DoctorId doctor, Map<AppointmentId, Set<Claim>> after) {
    List<AppointmentId> free =
        hit.keySet().stream()
            .filter(visit -> after.containsKey(visit) && after.get(visit).isEmpty())
            .sorted(Comparator.comparing(AppointmentId::toString))
            .toList();
    return free.isEmpty() ? List.of() : List.of(new VisitsRelieved(doctor, free));
  }

  /**
   * The same again changes nothing; another reason is kept, too. A reason is the patient's, and
   * none is kept of who was erased.
   */
  List<HitVisitKept> decide(KeepHitVisit command, ErasedPatients erased) {
    Boolean kept = hit.get(command.appointmentId());
    SlotBooked visit = booked.get(command.appointmentId());
    if (visit == null) {
      throw Refusal.unknown("appointment");
    }
    if (kept == null) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION, "Nothing takes the time of this visit: it is kept.");
    }
    Personal<Remark> reason = Remarks.of(visit.patientId(), command.reason());
    if (reason != null && erased.include(visit.patientId())) {
      throw Refusal.erasedPatient();
    }
    boolean isSaid =
        reason == null || Remarks.isSaid(command.reason(), reasons.get(command.appointmentId()));
    return kept && isSaid
        ? List.of()
        : List.of(new HitVisitKept(command.doctorId(), command.appointmentId(), null, reason));
  }

  /** Those that nobody has decided about, by start. */
  VisitsHitOutcome open(Instant now) {
    return outcome(
        asHit(
            booked.values().stream()
                .filter(visit -> visit.endsAt().isAfter(now))
                .map(SlotBooked::appointmentId)
                .filter(this::isOpen)
                .collect(Collectors.toSet())));
  }

  VisitsHitOutcome hitBy(String cause) {
    return outcome(byCause.getOrDefault(cause, List.of()));
  }

  static VisitsHitOutcome outcome(List<HitVisit> visits) {
    return new VisitsHitOutcome(
        visits.stream()
            .map(
                visit ->
                    new VisitsHitOutcome.Visit(
                        visit.appointmentId(),
                        visit.appointmentTypeId(),
                        visit.locationId(),
                        visit.startsAt(),
                        visit.endsAt()))
            .distinct()
            .toList());
  }

  private boolean isOpen(AppointmentId visit) {
    return Boolean.FALSE.equals(hit.get(visit));
  }

  void evolve(DoctorScheduleEvent event) {
    UUID changed = changed(event);
    if (changed != null) {
      byCause.remove(changed.toString());
    }
    if (event instanceof SlotBooked visit) {
      booked.put(visit.appointmentId(), visit);
      hit.remove(visit.appointmentId());
    } else if (event instanceof BookedSlotFreed freed) {
      booked.remove(freed.appointmentId());
      hit.remove(freed.appointmentId());
    } else if (event instanceof VisitsHit news) {
      news.visits().forEach(visit -> hit.put(visit.appointmentId(), false));
      List<HitVisit> all = new ArrayList<>(byCause.getOrDefault(news.cause(), List.of()));
      all.addAll(news.visits());
      byCause.put(news.cause(), all);
    } else if (event instanceof VisitsRelieved relieved) {
      relieved.appointmentIds().forEach(hit::remove);
    } else if (event instanceof HitVisitKept kept) {
      hit.put(kept.appointmentId(), true);
      if (kept.remark() != null) {
        reasons.put(kept.appointmentId(), kept.remark());
      }
    }
    reasons.keySet().removeIf(visit -> !Boolean.TRUE.equals(hit.get(visit)));
  }

  /** What a change that may take time is about: the cause of what it hits. */
  private static @Nullable UUID changed(DoctorScheduleEvent event) {
    if (event instanceof ScheduleTemplateDefined defined) {
      return defined.templateId().value();
    } else if (event instanceof ScheduleTemplateRemoved removed) {
      return removed.templateId().value();
    } else if (event instanceof AppointmentTypeDefined defined) {
      return defined.appointmentTypeId().value();
    } else if (event instanceof AppointmentTypeWithdrawn withdrawn) {
      return withdrawn.appointmentTypeId().value();
    } else if (event instanceof AvailabilityExceptionAdded added) {
      return added.exceptionId().value();
    } else if (event instanceof AvailabilityExceptionRemoved removed) {
      return removed.exceptionId().value();
    } else if (event instanceof TimeOffApproved approved) {
      return approved.timeOffId().value();
    } else if (event instanceof TimeOffCancelled cancelled) {
      return cancelled.timeOffId().value();
    }
    return event instanceof ExternalBusyTimesSeen seen
        ? seen.connectionId().value()
        : closedOrOpened(event);
  }

  private static @Nullable UUID closedOrOpened(DoctorScheduleEvent event) {
    if (event instanceof AvailabilityExceptionRevised revised) {
      return revised.exceptionId().value();
    } else if (event instanceof TimeOffRevised revised) {
      return revised.timeOffId().value();
    } else if (event instanceof WeeklyHoursSet set && set.locationId() != null) {
      return set.locationId().value();
    } else if (event instanceof WeeklyHoursSet set) {
      return set.doctorId().value();
    } else if (event instanceof DoctorLeft || event instanceof DoctorReturned) {
      return event.doctorId().value();
    } else if (event instanceof LocationRevised revised) {
      return revised.locationId().value();
    } else if (event instanceof LocationClosed closed) {
      return closed.locationId().value();
    } else if (event instanceof LocationReopened reopened) {
      return reopened.locationId().value();
    } else if (event instanceof RoomClosed closed) {
      return closed.roomId().value();
    } else if (event instanceof RoomReopened reopened) {
      return reopened.roomId().value();
    } else if (event instanceof SharedRoomWithdrawn withdrawn) {
      return withdrawn.roomId().value();
    }
    return event instanceof SharedRoomGranted granted ? granted.roomId().value() : null;
  }

  void dropOverBefore(Instant horizon) {
    booked.values().removeIf(visit -> visit.endsAt().isBefore(horizon));
    hit.keySet().removeIf(visit -> !booked.containsKey(visit));
    reasons.keySet().retainAll(hit.keySet());
    byCause
        .values()
        .removeIf(visits -> visits.stream().allMatch(v -> v.endsAt().isBefore(horizon)));
  }
}
