package medic.query.availability;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.ExceptionStatus;
import medic.events.doctor.ScheduleTemplate;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.query.availability.CompiledSchedule.Offer;
import medic.query.schedule.Schedule;
import medic.query.schedule.Schedule.ExceptionalTime;
import org.jspecify.annotations.Nullable;

/** How a schedule reads in the engine's vocabulary, for one kind of visit or for all. */
final class EngineInput {

  private final CompiledSchedule compiled;
  private final Schedule schedule;
  private final @Nullable AppointmentTypeId type;
  private final @Nullable AppointmentTerms terms;

  EngineInput(CompiledSchedule compiled, AppointmentTypeId type) {
    this(compiled, type, Objects.requireNonNull(compiled.schedule().types().get(type)).terms());
  }

  private EngineInput(
      CompiledSchedule compiled,
      @Nullable AppointmentTypeId type,
      @Nullable AppointmentTerms terms) {
    this.compiled = compiled;
    this.schedule = compiled.schedule();
    this.type = type;
    this.terms = terms;
  }

  /** When a doctor takes any visit at all: open for some kind, and not closed for every kind. */
  static OpeningHours ofAnyVisit(CompiledSchedule compiled) {
    return new EngineInput(compiled, null, null).hours();
  }

  Offer offer() {
    return new Offer(hours(), rules(Objects.requireNonNull(terms)));
  }

  private OpeningHours hours() {
    return OpeningHours.of(weekly(), openings(), closures());
  }

  private VisitRules rules(AppointmentTerms terms) {
    return new VisitRules(
        terms.durationMinutes(),
        new Buffers(terms.bufferBeforeMinutes(), terms.bufferAfterMinutes()),
        terms.minNoticeMinutes(),
        terms.maxFutureDays(),
        places(terms),
        compiled.room(terms.defaultRoomId()),
        defaultRoomPlace(terms),
        unsuitableRooms(terms));
  }

  /** The type's default location, else where its default room is; a shared one is anywhere. */
  private int defaultRoomPlace(AppointmentTerms terms) {
    if (terms.defaultLocationId() != null) {
      return compiled.place(terms.defaultLocationId());
    }
    RoomId usual = terms.defaultRoomId();
    Schedule.Room room = usual == null ? null : schedule.rooms().get(usual);
    return room == null || room.locationId() == null
        ? VisitRules.ANY_PLACE
        : compiled.place(room.locationId());
  }

  private Set<Integer> unsuitableRooms(AppointmentTerms terms) {
    return schedule.rooms().entrySet().stream()
        .filter(room -> !suits(terms, room.getValue()))
        .map(room -> compiled.room(room.getKey()))
        .collect(Collectors.toSet());
  }

  private static boolean suits(AppointmentTerms terms, Schedule.Room room) {
    return !room.closed() && terms.consultationMode().suits(room.virtual());
  }

  /** A location that is no longer known stays in, as a place where nothing is offered. */
  private Set<Integer> places(AppointmentTerms terms) {
    return terms.locationIds().stream().map(compiled::place).collect(Collectors.toSet());
  }

  private List<WeeklyHours> weekly() {
    return schedule.templates().values().stream()
        .filter(template -> schedule.isOpen(template.locationId()))
        .filter(template -> !template.workStart().equals(template.workEnd()))
        .map(this::weekly)
        .toList();
  }

  private WeeklyHours weekly(ScheduleTemplate template) {
    return new WeeklyHours(
        compiled.place(template.locationId()),
        compiled.room(template.roomId()),
        zoneOf(template.locationId()),
        template.dayOfWeek(),
        template.workStart(),
        template.workEnd(),
        template.breaks().stream().map(pause -> new Break(pause.start(), pause.end())).toList(),
        template.slotDurationMinutes(),
        new Buffers(template.bufferBeforeMinutes(), template.bufferAfterMinutes()),
        template.maxParallelSessions(),
        template.priority());
  }

  private List<Opening> openings() {
    return exceptions(ExceptionStatus.AVAILABLE).flatMap(this::openings).toList();
  }

  /** At its own location, else wherever this kind of visit takes place. */
  private Stream<Opening> openings(ExceptionalTime exception) {
    return placesOf(exception).stream()
        .filter(schedule::isOpen)
        .map(
            at ->
                new Opening(
                    compiled.place(at), WeeklyHours.NO_ROOM, zoneOf(at), during(exception)));
  }

  private Collection<LocationId> placesOf(ExceptionalTime exception) {
    if (exception.locationId() != null) {
      return List.of(exception.locationId());
    }
    return terms == null || terms.locationIds().isEmpty() ? compiled.places() : terms.locationIds();
  }

  private List<Closure> closures() {
    Stream<Closure> blocks =
        exceptions(ExceptionStatus.BLOCKED)
            .filter(this::isSomewhere)
            .map(
                blocked ->
                    new Closure(
                        blocked.locationId() == null
                            ? Closure.ANYWHERE
                            : compiled.place(blocked.locationId()),
                        during(blocked)));
    Stream<Closure> timeOff =
        schedule.timeOff().values().stream()
            .filter(Schedule.TimeOff::approved)
            .map(
                off ->
                    new Closure(
                        Closure.ANYWHERE,
                        new Interval(off.startsAt().toEpochMilli(), off.endsAt().toEpochMilli())));
    return Stream.concat(blocks, timeOff).toList();
  }

  private boolean isSomewhere(ExceptionalTime exception) {
    return exception.locationId() == null
        || schedule.locations().containsKey(exception.locationId());
  }

  private Stream<ExceptionalTime> exceptions(ExceptionStatus status) {
    return schedule.exceptions().values().stream()
        .filter(exception -> exception.status() == status)
        .filter(this::concernsType);
  }

  private boolean concernsType(ExceptionalTime exception) {
    boolean opensForSome = type == null && exception.status() == ExceptionStatus.AVAILABLE;
    return opensForSome
        || exception.appointmentTypeId() == null
        || exception.appointmentTypeId().equals(type);
  }

  private java.time.ZoneId zoneOf(LocationId location) {
    return Objects.requireNonNull(schedule.locations().get(location)).timezone();
  }

  private static Interval during(ExceptionalTime exception) {
    return new Interval(exception.startsAt().toEpochMilli(), exception.endsAt().toEpochMilli());
  }
}
