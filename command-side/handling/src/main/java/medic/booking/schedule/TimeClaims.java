package medic.booking.schedule;

import java.util.HashSet;
import java.util.Set;
import medic.availability.Interval;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.HitKind;
import medic.events.doctor.SlotBooked;
import org.jspecify.annotations.Nullable;

/**
 * All that may claim the time of a booked visit. The one home of the rule what hits it: its own
 * time counts, its buffers do not; another place or kind of visit is no matter.
 */
record TimeClaims(
    Standing standing,
    Premises premises,
    AppointmentTypes types,
    WeeklyTemplates templates,
    AvailabilityExceptions exceptions,
    TimeOffs timeOffs,
    ExternalCalendars external) {

  /** What claims a visit's time; weekly hours as one, for none of them alone may be missing. */
  record Claim(HitKind kind, String id) {}

  Set<Claim> on(SlotBooked visit) {
    Set<Claim> claims = new HashSet<>();
    Interval time = Interval.of(visit.startsAt(), visit.endsAt());
    timeOffs
        .approved()
        .filter(off -> Interval.of(off.startsAt(), off.endsAt()).overlaps(time))
        .forEach(off -> claims.add(new Claim(HitKind.TIME_OFF, off.timeOffId().toString())));
    exceptions.all().stream()
        .filter(block -> block.status() == ExceptionStatus.BLOCKED)
        .filter(block -> isNullOr(block.appointmentTypeId(), visit.appointmentTypeId()))
        .filter(block -> isNullOr(block.locationId(), visit.locationId()))
        .filter(block -> Interval.of(block.startsAt(), block.endsAt()).overlaps(time))
        .forEach(block -> claims.add(new Claim(HitKind.BLOCK, block.exceptionId().toString())));
    external
        .entriesBlocking(time)
        .forEach(entry -> claims.add(new Claim(HitKind.EXTERNAL_BUSY, entry)));
    if (!types.isOffered(visit.appointmentTypeId(), visit.locationId())) {
      claims.add(new Claim(HitKind.TYPE, visit.appointmentTypeId().toString()));
    }
    if (!isOpen(visit, time)) {
      claims.add(new Claim(HitKind.HOURS, ""));
    }
    claims.addAll(ofWhatIsClosed(visit));
    return claims;
  }

  private Set<Claim> ofWhatIsClosed(SlotBooked visit) {
    Set<Claim> claims = new HashSet<>();
    if (standing.hasLeft()) {
      claims.add(new Claim(HitKind.DOCTOR, ""));
    }
    if (!premises.isOpen(visit.locationId(), null)) {
      claims.add(new Claim(HitKind.LOCATION, visit.locationId().toString()));
    }
    if (visit.roomId() != null && !premises.rooms().isOpen(visit.roomId())) {
      claims.add(new Claim(HitKind.ROOM, visit.roomId().toString()));
    }
    return claims;
  }

  private static boolean isNullOr(@Nullable Object bound, Object actual) {
    return bound == null || bound.equals(actual);
  }

  private boolean isOpen(SlotBooked visit, Interval time) {
    AppointmentTerms terms = types.lastTerms(visit.appointmentTypeId());
    return terms == null
        || new OfferedHours(premises, visit.appointmentTypeId(), terms)
            .isOpen(visit.locationId(), time, templates, exceptions);
  }
}
