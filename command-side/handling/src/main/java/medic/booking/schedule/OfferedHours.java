package medic.booking.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    this.places = premises.numbers();
    this.rooms = premises.roomNumbers();
    this.typeId = typeId;
    this.terms = terms;
  }

  OpeningHours compile(
      WeeklyTemplates templates, AvailabilityExceptions exceptions, TimeOffs timeOffs) {
    return OpeningHours.of(
        templates.all().stream()
            .filter(hours -> premises.isOpen(hours.template().locationId(), null))
            .map(this::weekly)
            .toList(),
        openings(exceptions, premises.open()),
        closures(exceptions, timeOffs));
  }

  /** Do hours cover all of this time at a place, whatever is blocked and whether it is closed? */
  boolean isOpen(
      LocationId location,
      Interval time,
      WeeklyTemplates templates,
      AvailabilityExceptions exceptions) {
    return OpeningHours.of(
            templates.all().stream().map(this::weekly).toList(),
            openings(exceptions, Set.copyOf(places)),
            List.of())
        .cover(placeNumber(location), time);
  }

  /** Hours that offer this one start at a place, whatever else holds there. */
  OpeningHours openAt(LocationId location, Instant start) {
    Interval visit = Interval.of(start, start.plus(Duration.ofMinutes(terms.durationMinutes())));
    Opening opening =
        new Opening(placeNumber(location), WeeklyHours.NO_ROOM, premises.zoneOf(location), visit);
    return OpeningHours.of(List.of(), List.of(opening), List.of());
  }

  VisitRules rules(Set<OverriddenRule> overridden) {
    return new VisitRules(
        terms.durationMinutes(),
        new Buffers(terms.bufferBeforeMinutes(), terms.bufferAfterMinutes()),
        overridden.contains(OverriddenRule.NOTICE) ? 0 : terms.minNoticeMinutes(),
        overridden.contains(OverriddenRule.HORIZON) ? null : terms.maxFutureDays(),
        terms.locationIds().stream().map(places::indexOf).collect(Collectors.toSet()),
        roomNumber(terms.defaultRoomId()),
        usualPlace() == null ? VisitRules.ANY_PLACE : places.indexOf(usualPlace()),
        unsuitableRooms());
  }

  /** The type's default location, else where its default room is; none for a shared room. */
  private @Nullable LocationId usualPlace() {
    return terms.defaultLocationId() == null
        ? premises.locationOf(terms.defaultRoomId())
        : terms.defaultLocationId();
  }

  private Set<Integer> unsuitableRooms() {
    return rooms.stream()
        .filter(room -> !suits(room))
        .map(rooms::indexOf)
        .collect(Collectors.toSet());
  }

  private boolean suits(RoomId room) {
    return premises.rooms().isOpen(room)
        && terms.consultationMode().suits(premises.isVirtual(room));
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

  private List<Opening> openings(AvailabilityExceptions exceptions, Set<LocationId> among) {
    return exceptions.all().stream()
        .filter(exception -> exception.status() == ExceptionStatus.AVAILABLE)
        .filter(this::concernsType)
        .flatMap(exception -> openings(exception, among))
        .toList();
  }

  /** At its own location, else wherever this kind of visit takes place. */
  private Stream<Opening> openings(AvailabilityExceptionAdded exception, Set<LocationId> among) {
    List<LocationId> at =
        exception.locationId() == null ? allPlaces() : List.of(exception.locationId());
    return at.stream()
        .filter(among::contains)
        .map(
            location ->
                new Opening(
                    places.indexOf(location),
                    WeeklyHours.NO_ROOM,
                    premises.zoneOf(location),
                    Interval.of(exception.startsAt(), exception.endsAt())));
  }

  private List<LocationId> allPlaces() {
    return terms.locationIds().isEmpty() ? places : terms.locationIds();
  }

  /** Is the doctor away from a place, blocked or off, for some of this time? */
  boolean isClosed(
      LocationId location, Interval time, AvailabilityExceptions exceptions, TimeOffs timeOffs) {
    return closures(exceptions, timeOffs).stream()
        .filter(closure -> closure.appliesAt(placeNumber(location)))
        .anyMatch(closure -> closure.during().overlaps(time));
  }

  private List<Closure> closures(AvailabilityExceptions exceptions, TimeOffs timeOffs) {
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

  boolean concernsType(AvailabilityExceptionAdded exception) {
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
    if (terms.defaultLocationId() != null && premises.isOpen(terms.defaultLocationId(), null)) {
      return List.of(terms.defaultLocationId());
    }
    LocationId usual = usualPlace();
    return allPlaces().stream()
        .filter(at -> premises.isOpen(at, null))
        .sorted(Comparator.comparing(at -> !at.equals(usual)))
        .toList();
  }
}
