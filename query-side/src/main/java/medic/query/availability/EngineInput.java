package medic.query.availability;

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
import medic.query.availability.CompiledSchedule.Offer;
import medic.query.schedule.Schedule;
import medic.query.schedule.Schedule.ExceptionalTime;
import org.jspecify.annotations.Nullable;

/** How a schedule reads in the engine's vocabulary, for one kind of visit. */
final class EngineInput {

  private final CompiledSchedule compiled;
  private final Schedule schedule;
  private final AppointmentTypeId type;
  private final AppointmentTerms terms;

  EngineInput(CompiledSchedule compiled, AppointmentTypeId type) {
    this.compiled = compiled;
    this.schedule = compiled.schedule();
    this.type = type;
    this.terms = Objects.requireNonNull(schedule.types().get(type)).terms();
  }

  Offer offer() {
    return new Offer(OpeningHours.of(weekly(), openings(), closures()), rules());
  }

  private VisitRules rules() {
    return new VisitRules(
        terms.durationMinutes(),
        new Buffers(terms.bufferBeforeMinutes(), terms.bufferAfterMinutes()),
        terms.minNoticeMinutes(),
        terms.maxFutureDays(),
        places(),
        compiled.room(terms.defaultRoomId()),
        compiled.place(terms.defaultLocationId()));
  }

  /** A location that is no longer known stays in, as a place where nothing is offered. */
  private Set<Integer> places() {
    return terms.locationIds().stream().map(compiled::place).collect(Collectors.toSet());
  }

  private List<WeeklyHours> weekly() {
    return schedule.templates().values().stream()
        .filter(template -> schedule.locations().containsKey(template.locationId()))
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
    return exceptions(ExceptionStatus.AVAILABLE)
        .map(this::opening)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private @Nullable Opening opening(ExceptionalTime exception) {
    LocationId at = placeOf(exception);
    return at == null || !schedule.locations().containsKey(at)
        ? null
        : new Opening(compiled.place(at), WeeklyHours.NO_ROOM, zoneOf(at), during(exception));
  }

  /** Its own location, else the type's default one, else the doctor's primary one. */
  private @Nullable LocationId placeOf(ExceptionalTime exception) {
    if (exception.locationId() != null) {
      return exception.locationId();
    }
    return terms.defaultLocationId() != null
        ? terms.defaultLocationId()
        : schedule.primaryLocation();
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
        .filter(
            exception ->
                exception.appointmentTypeId() == null
                    || exception.appointmentTypeId().equals(type));
  }

  private java.time.ZoneId zoneOf(LocationId location) {
    return Objects.requireNonNull(schedule.locations().get(location)).timezone();
  }

  private static Interval during(ExceptionalTime exception) {
    return new Interval(exception.startsAt().toEpochMilli(), exception.endsAt().toEpochMilli());
  }
}
