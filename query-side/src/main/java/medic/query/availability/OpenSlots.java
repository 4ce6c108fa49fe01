package medic.query.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.availability.VisitRules;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.LocationId;
import medic.query.QueryRefused;
import medic.query.TimeBound;
import medic.query.TimeRange;
import medic.query.availability.CompiledSchedule.Offer;
import medic.query.schedule.Schedule;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Computes a doctor's open slots from one statement's answer. */
@Component
class OpenSlots {

  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(100);

  /** Zones differ by at most so much; a civil date's zone is known only with the schedule. */
  private static final Duration ZONES_APART = Duration.ofHours(27);

  private final DoctorTimesReader reader;
  private final PastDoctorTimes past;
  private final Clock clock;

  OpenSlots(DoctorTimesReader reader, PastDoctorTimes past, Clock clock) {
    this.reader = reader;
    this.past = past;
    this.clock = clock;
  }

  /** Slots, and what else may open them. */
  record Found(OpenSlotsView view, CompiledSchedule schedule) {}

  @QueryHandler
  OpenSlotsView handle(FindOpenSlots query) {
    return find(query).view();
  }

  Found find(FindOpenSlots query) {
    Instant now = query.asOf() == null ? clock.instant() : query.asOf();
    DoctorTimes times = times(query, now).orElseThrow(() -> QueryRefused.notFound("doctor"));
    CompiledSchedule compiled = times.schedule();
    AppointmentTerms terms = termsOf(compiled.schedule(), query);
    Offer offer = compiled.offer(query.appointmentTypeId());
    VisitRules rules = at(query.locationId(), compiled, offer.rules());
    Interval window =
        asked(query.range(), zoneOf(query.locationId(), compiled.schedule(), terms), now);
    SlotList slots =
        new SlotList(times.slots(offer, rules, window, now), compiled, query.appointmentTypeId());
    return new Found(view(query, compiled.schedule(), terms, slots, times.nextExpiry()), compiled);
  }

  private Optional<DoctorTimes> times(FindOpenSlots query, Instant now) {
    return query.asOf() == null
        ? reader.of(query.doctorId(), toRead(query.range(), now), now)
        : past.asOf(query.doctorId(), now, query.without());
  }

  private static AppointmentTerms termsOf(Schedule schedule, FindOpenSlots query) {
    Schedule.Type type = schedule.types().get(query.appointmentTypeId());
    if (type == null) {
      throw QueryRefused.notFound("appointment type");
    }
    if (!type.offered()) {
      throw new QueryRefused(
          HttpStatus.UNPROCESSABLE_ENTITY, "TYPE_INACTIVE", "This visit is not offered any more.");
    }
    return type.terms();
  }

  private static VisitRules at(
      @Nullable LocationId location, CompiledSchedule schedule, VisitRules rules) {
    if (location == null) {
      return rules;
    }
    int place = schedule.place(location);
    if (place < 0) {
      throw QueryRefused.notFound("location");
    }
    boolean allowed = rules.places().isEmpty() || rules.places().contains(place);
    return DoctorTimes.only(rules, allowed ? Set.of(place) : Set.of());
  }

  /** Where a civil date is meant: at the location asked for, the visit's usual or the main one. */
  private static ZoneId zoneOf(
      @Nullable LocationId asked, Schedule schedule, AppointmentTerms terms) {
    return Stream.of(asked, terms.defaultLocationId(), schedule.primaryLocation())
        .filter(Objects::nonNull)
        .map(schedule.locations()::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Schedule.Location::timezone)
        .orElse(schedule.timezone());
  }

  /** What was asked for, from now on: nothing that is past can be booked. */
  private static Interval asked(TimeRange range, ZoneId zone, Instant now) {
    TimeRange.Window window = range.in(zone, now, USUAL, LONGEST);
    long from = Math.max(window.from().toEpochMilli(), now.toEpochMilli());
    return new Interval(from, Math.max(from + 1, window.to().toEpochMilli()));
  }

  /** Wide enough for every zone that civil dates may turn out to be in. */
  private static Interval toRead(TimeRange range, Instant now) {
    Interval utc = asked(range, java.time.ZoneOffset.UTC, now);
    long margin = isCivil(range.from()) || isCivil(range.to()) ? ZONES_APART.toMillis() : 0;
    return new Interval(Math.max(now.toEpochMilli(), utc.from() - margin), utc.to() + margin);
  }

  private static boolean isCivil(@Nullable TimeBound bound) {
    return bound != null && bound.date() != null;
  }

  private static OpenSlotsView view(
      FindOpenSlots query,
      Schedule schedule,
      AppointmentTerms terms,
      SlotList slots,
      @Nullable Instant validUntil) {
    return new OpenSlotsView(
        query.doctorId(),
        schedule.fullName(),
        new OpenSlotsView.OfferedType(
            query.appointmentTypeId(),
            terms.name(),
            terms.description(),
            terms.durationMinutes(),
            terms.priceCents(),
            terms.currency(),
            terms.consultationMode(),
            terms.requiresConfirmation()),
        places(schedule),
        slots,
        validUntil);
  }

  private static List<OpenSlotsView.Place> places(Schedule schedule) {
    return schedule.locations().entrySet().stream()
        .map(
            entry ->
                new OpenSlotsView.Place(
                    entry.getKey(),
                    entry.getValue().name(),
                    entry.getValue().address(),
                    entry.getValue().city(),
                    entry.getValue().timezone()))
        .toList();
  }
}
