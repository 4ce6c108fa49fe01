package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.ReviseAvailabilityException;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ScheduleVersions;
import medic.events.id.DoctorId;
import medic.events.id.ExceptionId;
import org.jspecify.annotations.Nullable;

/** One-off blocks and openings that are not over. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class AvailabilityExceptions {

  private Map<ExceptionId, AvailabilityExceptionAdded> exceptions = new LinkedHashMap<>();
  private Map<ExceptionId, AvailabilityExceptionAdded> removed = new LinkedHashMap<>();

  /** Those that were over by {@code forgottenUntil}, and whether they were removed. */
  private Map<ExceptionId, Boolean> over = new LinkedHashMap<>();

  /** How those were added that were revised since. */
  private Map<ExceptionId, AvailabilityExceptionAdded> first = new LinkedHashMap<>();

  private Instant forgottenUntil = Instant.EPOCH;

  List<AvailabilityExceptionAdded> decide(
      AddAvailabilityException command, Premises premises, AppointmentTypes types) {
    ExceptionId id = command.exceptionId();
    AvailabilityExceptionAdded wanted = added(command.doctorId(), id, command.details());
    if (over.containsKey(id)) {
      return forgotten(wanted);
    }
    List<AvailabilityExceptionAdded> events =
        IdempotentCreation.of(wanted, asAdded(id), "exceptionId");
    if (!events.isEmpty()) {
      verify(wanted, premises, types);
    }
    return events;
  }

  boolean isUsed(ExceptionId id) {
    return over.containsKey(id) || asAdded(id) != null;
  }

  private @Nullable AvailabilityExceptionAdded asAdded(ExceptionId id) {
    return first.getOrDefault(id, exceptions.getOrDefault(id, removed.get(id)));
  }

  /** What is over for a day is not known any more, and nobody changes it. */
  List<AvailabilityExceptionRevised> decide(
      ReviseAvailabilityException command, Premises premises, AppointmentTypes types) {
    AvailabilityExceptionAdded known = exceptions.get(command.exceptionId());
    if (known == null) {
      throw Refusal.unknown("exception");
    }
    AvailabilityExceptionAdded wanted =
        added(command.doctorId(), command.exceptionId(), command.details());
    if (wanted.equals(known)) {
      return List.of();
    }
    verify(wanted, premises, types);
    mustBeAsRead(command.expected(), known);
    return List.of(
        new AvailabilityExceptionRevised(
            wanted.doctorId(),
            wanted.exceptionId(),
            wanted.startsAt(),
            wanted.endsAt(),
            wanted.status(),
            wanted.appointmentTypeId(),
            wanted.locationId(),
            wanted.reason()));
  }

  /** What is still to come cannot be the one that is over; about the past nobody asks any more. */
  private List<AvailabilityExceptionAdded> forgotten(AvailabilityExceptionAdded wanted) {
    if (wanted.endsAt().isBefore(forgottenUntil)) {
      return List.of();
    }
    throw IdempotentCreation.idAlreadyUsed("exceptionId");
  }

  private static void verify(
      AvailabilityExceptionAdded wanted, Premises premises, AppointmentTypes types) {
    StartsBeforeItEnds.verify(wanted.startsAt(), wanted.endsAt(), "endsAt");
    premises.mustKnow(wanted.locationId(), "locationId");
    types.mustKnow(wanted.appointmentTypeId(), "appointmentTypeId");
    if (wanted.status() == ExceptionStatus.AVAILABLE) {
      types.mustTakePlaceAt(wanted.locationId(), wanted.appointmentTypeId());
    }
  }

  private static AvailabilityExceptionAdded added(
      DoctorId doctor, ExceptionId id, ExceptionDetails d) {
    return new AvailabilityExceptionAdded(
        doctor,
        id,
        d.startsAt(),
        d.endsAt(),
        d.status(),
        d.appointmentTypeId(),
        d.locationId(),
        d.reason());
  }

  List<AvailabilityExceptionRemoved> decide(RemoveAvailabilityException command) {
    ExceptionId id = command.exceptionId();
    if (removed.containsKey(id) || over.getOrDefault(id, false)) {
      return List.of();
    }
    if (!exceptions.containsKey(id) && !over.containsKey(id)) {
      throw Refusal.unknown("exception");
    }
    mustBeAsRead(command.expected(), exceptions.get(id));
    return List.of(new AvailabilityExceptionRemoved(command.doctorId(), id));
  }

  /** Nobody edits what is long over. */
  private static void mustBeAsRead(
      @Nullable String expected, @Nullable AvailabilityExceptionAdded known) {
    if (known != null) {
      AsItWasRead.verify(
          expected,
          ScheduleVersions.ofException(
              known.startsAt(),
              known.endsAt(),
              known.status(),
              known.appointmentTypeId(),
              known.locationId(),
              known.reason()));
    }
  }

  /** One to try changes on. */
  AvailabilityExceptions copy() {
    AvailabilityExceptions copy = new AvailabilityExceptions();
    copy.exceptions.putAll(exceptions);
    copy.removed.putAll(removed);
    copy.over.putAll(over);
    copy.first.putAll(first);
    copy.forgottenUntil = forgottenUntil;
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof AvailabilityExceptionAdded added) {
      exceptions.put(added.exceptionId(), added);
    } else if (event instanceof AvailabilityExceptionRevised now) {
      first.putIfAbsent(now.exceptionId(), exceptions.get(now.exceptionId()));
      exceptions.put(now.exceptionId(), asNow(now));
    } else if (event instanceof AvailabilityExceptionRemoved gone) {
      remove(gone.exceptionId());
    }
  }

  private static AvailabilityExceptionAdded asNow(AvailabilityExceptionRevised now) {
    return new AvailabilityExceptionAdded(
        now.doctorId(),
        now.exceptionId(),
        now.startsAt(),
        now.endsAt(),
        now.status(),
        now.appointmentTypeId(),
        now.locationId(),
        now.reason());
  }

  private void remove(ExceptionId id) {
    AvailabilityExceptionAdded known = exceptions.remove(id);
    if (known != null) {
      removed.put(id, known);
    } else if (over.containsKey(id)) {
      over.put(id, true);
    }
  }

  void dropOverBefore(Instant horizon) {
    forgottenUntil = horizon;
    forgetOver(exceptions, false);
    forgetOver(removed, true);
  }

  private void forgetOver(Map<ExceptionId, AvailabilityExceptionAdded> some, boolean wereRemoved) {
    List<ExceptionId> forgotten =
        some.values().stream()
            .filter(one -> one.endsAt().isBefore(forgottenUntil))
            .map(AvailabilityExceptionAdded::exceptionId)
            .toList();
    forgotten.forEach(some::remove);
    forgotten.forEach(first::remove);
    forgotten.forEach(id -> over.put(id, wereRemoved));
  }

  Collection<AvailabilityExceptionAdded> all() {
    return exceptions.values();
  }
}
