package medic.command.doctor;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;

/** The booked visits that a change hits, by start; ids and times, no word of patients. */
public record VisitsHitOutcome(List<Visit> visitsHit) {

  /** Those that are not over. */
  public VisitsHitOutcome after(Instant now) {
    return new VisitsHitOutcome(
        visitsHit.stream().filter(visit -> visit.endsAt().isAfter(now)).toList());
  }

  /** A visit during [startsAt, endsAt). */
  public record Visit(
      AppointmentId appointmentId,
      AppointmentTypeId appointmentTypeId,
      LocationId locationId,
      Instant startsAt,
      Instant endsAt) {}
}
