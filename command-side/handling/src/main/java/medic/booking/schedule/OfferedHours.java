package medic.booking.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import medic.availability.Break;
import medic.availability.Buffers;
import medic.availability.Closure;
import medic.availability.Interval;
import medic.availability.Opening;
import medic.availability.OpeningHours;
import medic.availability.VisitRules;
import medic.availability.WeeklyHours;
import medic.events.appointment.OverriddenRule;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import org.jspecify.annotations.Nullable;

/** A doctor's schedule in the words of the availability engine, as it applies to one type. */
final class OfferedHours {

  private final Premises premises;
  private final List<LocationId> places;
  private final List<RoomId> rooms;
  private final AppointmentTypeId typeId;
  private final AppointmentTerms terms;

  OfferedHours(Premises premises, AppointmentTypeId typeId, AppointmentTerms terms) {
    this.premises = premises;
    this.places = premises.places();
    this.rooms = premises.roomNumbers();
    this.typeId = typeId;
    this.terms = terms;
  }

  OpeningHours compile(WeeklyTemplates templates, Exceptions exceptions, TimeOffs timeOffs) {
    return OpeningHours.of(
        templates.all().stream().map(this::weekly).toList(),
        openings(exceptions),
        closures(exceptions, timeOffs));
  }

  /** Hours that offer this one start at a place, whatever else holds there. */
  OpeningHours openAt(LocationId location, Instant start) {
    Interval visit = Interval.of(start, start.plus(Duration.ofMinutes(terms.durationMinutes())));
    Opening opening =
        new Opening(placeNumber(location), WeeklyHours.NO_ROOM, premises.zoneOf(location), visit);
    return OpeningHours.of(List.of(), List.of(opening), List.of());
  }

  VisitRules rules(Set<OverriddenRule> overridden) {
    LocationId defaultLocation = terms.defaultLocationId();
    return new VisitRules(
        terms.durationMinutes(),
        new Buffers(terms.bufferBeforeMinutes(), terms.bufferAfterMinutes()),
        overridden.contains(OverriddenRule.NOTICE) ? 0 : terms.minNoticeMinutes(),
        overridden.contains(OverriddenRule.HORIZON) ? null : terms.maxFutureDays(),
        terms.locationIds().stream().map(places::indexOf).collect(Collectors.toSet()),
        defaultLocation == null ? WeeklyHours.NO_ROOM : roomNumber(terms.defaultRoomId()),
        defaultLocation == null ? 0 : places.indexOf(defaultLocation));
  }

  private WeeklyHours weekly(ScheduleTemplateDefined defined) {
    ScheduleTemplate t = defined.template();
    return new WeeklyHours(
        places.indexOf(t.locationId()),
        roomNumber(t.roomId()),
        premises.zoneOf(t.locationId()),
        t.dayOfWeek(),
        t.workStart(),
        t.workEnd(),
        t.breaks().stream().map(b -> new Break(b.start(), b.end())).toList(),
        t.slotDurationMinutes(),
        new Buffers(t.bufferBeforeMinutes(), t.bufferAfterMinutes()),
        t.maxParallelSessions(),
        t.priority());
  }

  private List<Opening> openings(Exceptions exceptions) {
    return exceptions.all().stream()
        .filter(exception -> exception.status() == ExceptionStatus.AVAILABLE)
        .filter(this::concernsType)
        .map(this::opening)
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Opening opening(AvailabilityExceptionAdded exception) {
    LocationId at = exception.locationId();
    if (at == null) {
      at = terms.defaultLocationId() == null ? premises.primary() : terms.defaultLocationId();
    }
    return at == null
        ? null
        : new Opening(
            places.indexOf(at),
            WeeklyHours.NO_ROOM,
            premises.zoneOf(at),
            Interval.of(exception.startsAt(), exception.endsAt()));
  }

  /** Is the doctor away from a place, blocked or off, for some of this time? */
  boolean isClosed(LocationId location, Interval time, Exceptions exceptions, TimeOffs timeOffs) {
    return closures(exceptions, timeOffs).stream()
        .filter(closure -> closure.appliesAt(placeNumber(location)))
        .anyMatch(closure -> closure.during().overlaps(time));
  }

  private List<Closure> closures(Exceptions exceptions, TimeOffs timeOffs) {
    List<Closure> closures = new ArrayList<>();
    exceptions.all().stream()
        .filter(exception -> exception.status() == ExceptionStatus.BLOCKED)
        .filter(this::concernsType)
        .forEach(
            e ->
                closures.add(
                    new Closure(
                        e.locationId() == null ? Closure.ANYWHERE : places.indexOf(e.locationId()),
                        Interval.of(e.startsAt(), e.endsAt()))));
    timeOffs
        .approved()
        .forEach(
            off ->
                closures.add(
                    new Closure(Closure.ANYWHERE, Interval.of(off.startsAt(), off.endsAt()))));
    return closures;
  }

  private boolean concernsType(AvailabilityExceptionAdded exception) {
    return exception.appointmentTypeId() == null || exception.appointmentTypeId().equals(typeId);
  }

  int roomNumber(@Nullable RoomId room) {
    return room == null ? WeeklyHours.NO_ROOM : rooms.indexOf(room);
  }

  @Nullable RoomId room(int number) {
    return number == WeeklyHours.NO_ROOM ? null : rooms.get(number);
  }

  int placeNumber(LocationId location) {
    return places.indexOf(location);
  }

  /** Where to look, best first, when the request names no location. */
  List<LocationId> candidates(@Nullable LocationId wanted) {
    if (wanted != null) {
      return List.of(wanted);
    }
    if (terms.defaultLocationId() != null) {
      return List.of(terms.defaultLocationId());
    }
    return terms.locationIds().isEmpty() ? places : terms.locationIds();
  }
}
