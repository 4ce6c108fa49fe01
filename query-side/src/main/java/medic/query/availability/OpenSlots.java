package medic.query.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import medic.availability.VisitRules;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.LocationId;
import medic.query.appointments.AppointmentView;
import medic.query.availability.CompiledSchedule.Offer;
import medic.query.schedule.Schedule;
import medic.query.web.QueryRefused;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Computes a doctor's open slots from one statement's answer. */
@Component
class OpenSlots {

  static final Duration USUAL = Duration.ofDays(30);
  static final Duration MAX_RANGE = Duration.ofDays(100);

  private final DoctorTimesReader reader;
  private final PastDoctorTimes past;
  private final PatientMoves moves;
  private final Clock clock;

  OpenSlots(DoctorTimesReader reader, PastDoctorTimes past, PatientMoves moves, Clock clock) {
    this.reader = reader;
    this.past = past;
    this.moves = moves;
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
    AppointmentView moved = moves.movable(query);
    AppointmentTerms terms = termsOf(compiled.schedule(), query);
    if (moved != null && query.byPatient()) {
      PatientMoves.mustBeMovedByPatient(moved, terms, now);
    }
    Offer offer = compiled.offer(query.appointmentTypeId());
    VisitRules rules = at(query.locationId(), compiled, offer.rules());
    List<SlotView> slots =
        new AskedTimes(query.range(), compiled, now)
            .atPlacesOf(rules).entrySet().stream()
                .map(
                    asked ->
                        new SlotList(
                            times.slots(offer, rules.onlyAt(asked.getValue()), asked.getKey(), now),
                            compiled,
                            query.appointmentTypeId()))
                .map(list -> (List<SlotView>) list)
                .reduce(OpenSlots::byStart)
                .orElse(List.of());
    return new Found(view(query, compiled.schedule(), terms, slots, times.nextExpiry()), compiled);
  }

  private static List<SlotView> byStart(List<SlotView> some, List<SlotView> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparing(SlotView::startsAt))
        .toList();
  }

  private Optional<DoctorTimes> times(FindOpenSlots query, Instant now) {
    return query.asOf() == null
        ? reader.of(
            query.doctorId(),
            AskedTimes.toRead(query.range(), now),
            now,
            query.without(),
            query.holder())
        : past.asOf(query.doctorId(), now, query.without());
  }

  private static AppointmentTerms termsOf(Schedule schedule, FindOpenSlots query) {
    Schedule.Type type = schedule.types().get(query.appointmentTypeId());
    if (type == null) {
      throw QueryRefused.notFound("appointment type");
    }
    boolean moves = query.without() != null; // a visit of an inactive type can still be moved
    if (type.withdrawn() || !type.offered() && !moves) {
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
    return rules.onlyAt(Set.of(place));
  }

  private static OpenSlotsView view(
      FindOpenSlots query,
      Schedule schedule,
      AppointmentTerms terms,
      List<SlotView> slots,
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
            terms.requiresConfirmation(),
            terms.asksForReason()),
        places(schedule),
        slots,
        validUntil);
  }

  private static List<OpenSlotsView.Place> places(Schedule schedule) {
    return schedule.locations().entrySet().stream()
        .filter(place -> schedule.isOpen(place.getKey()))
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
