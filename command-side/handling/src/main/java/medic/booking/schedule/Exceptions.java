package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.command.Refusal;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.ExceptionDetails;
import medic.command.doctor.RemoveAvailabilityException;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.id.ExceptionId;

/** One-off blocks and openings that are not over. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Exceptions {

  private Map<ExceptionId, AvailabilityExceptionAdded> exceptions = new LinkedHashMap<>();
  private Set<ExceptionId> removed = new HashSet<>();

  List<AvailabilityExceptionAdded> decide(
      AddAvailabilityException command, Premises premises, AppointmentTypes types) {
    if (removed.contains(command.exceptionId())) {
      return List.of();
    }
    ExceptionDetails d = command.details();
    StartsBeforeItEnds.verify(d.startAt(), d.endAt(), "endAt");
    premises.mustKnow(d.locationId(), "locationId");
    types.mustKnow(d.appointmentTypeId(), "appointmentTypeId");
    return Creation.of(
        new AvailabilityExceptionAdded(
            command.doctorId(),
            command.exceptionId(),
            d.startAt(),
            d.endAt(),
            d.status(),
            d.appointmentTypeId(),
            d.locationId(),
            d.reason()),
        exceptions.get(command.exceptionId()),
        "exceptionId");
  }

  List<AvailabilityExceptionRemoved> decide(RemoveAvailabilityException command) {
    if (removed.contains(command.exceptionId())) {
      return List.of();
    }
    if (!exceptions.containsKey(command.exceptionId())) {
      throw Refusal.unknown("exception");
    }
    return List.of(new AvailabilityExceptionRemoved(command.doctorId(), command.exceptionId()));
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof AvailabilityExceptionAdded added) {
      exceptions.put(added.exceptionId(), added);
    } else if (event instanceof AvailabilityExceptionRemoved gone) {
      exceptions.remove(gone.exceptionId());
      removed.add(gone.exceptionId());
    }
  }

  void dropOverBefore(Instant horizon) {
    exceptions.values().removeIf(exception -> exception.endsAt().isBefore(horizon));
  }

  Collection<AvailabilityExceptionAdded> all() {
    return exceptions.values();
  }
}
