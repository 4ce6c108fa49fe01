package medic.query.availability;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medic.availability.Interval;
import medic.availability.VisitRules;
import medic.events.doctor.AppointmentTerms;
import medic.events.id.AppointmentTypeId;
import medic.query.availability.CompiledSchedule.Offer;
import medic.query.availability.NextOpenSlotsView.NextSlot;
import medic.query.schedule.Schedule;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks ahead, window by window and a statement each, until enough slots are found. */
@Component
class NextOpenSlots {

  private static final Comparator<NextSlot> SOONEST =
      Comparator.comparing(NextSlot::startsAt)
          .thenComparing(slot -> slot.doctorId().value())
          .thenComparing(slot -> slot.appointmentTypeId().value());

  private final DoctorTimesReader reader;
  private final Clock clock;

  NextOpenSlots(DoctorTimesReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @QueryHandler
  NextOpenSlotsView handle(FindNextOpenSlots query) {
    SearchStart start = new SearchStart(query.from(), clock.instant());
    List<NextSlot> found = new ArrayList<>();
    SearchWindows windows = new SearchWindows(start);
    Interval window;
    do {
      window = windows.next();
      List<DoctorTimes> doctors =
          reader.matching(query.specialty(), query.city(), window, start.now());
      windows.reachAsFarAs(doctors);
      found.addAll(within(window, doctors, query, start, query.limit() - found.size()));
    } while (found.size() < query.limit() && windows.hasNext());
    return new NextOpenSlotsView(found, window.endsAt());
  }

  private static List<NextSlot> within(
      Interval window,
      List<DoctorTimes> doctors,
      FindNextOpenSlots query,
      SearchStart start,
      int limit) {
    return doctors.stream()
        .flatMap(times -> ofDoctor(times, query, window, start))
        .sorted(SOONEST)
        .limit(limit)
        .toList();
  }

  private static Stream<NextSlot> ofDoctor(
      DoctorTimes times, FindNextOpenSlots query, Interval window, SearchStart start) {
    return times.schedule().schedule().types().entrySet().stream()
        .filter(type -> type.getValue().offered())
        .flatMap(
            type -> {
              Offer offer = times.schedule().offer(type.getKey());
              VisitRules rules = inCity(query.city(), times.schedule(), offer.rules());
              SlotList slots =
                  new SlotList(
                      times.slots(offer, rules, window, start.now()),
                      times.schedule(),
                      type.getKey());
              return slots.stream()
                  .map(slot -> view(times.schedule().schedule(), type.getKey(), slot))
                  .filter(slot -> start.isReachedBy(slot.startsAt(), slot.timezone()))
                  .limit(query.limit());
            });
  }

  private static VisitRules inCity(
      @Nullable String city, CompiledSchedule schedule, VisitRules rules) {
    if (city == null) {
      return rules;
    }
    Set<Integer> places =
        IntStream.range(0, schedule.places().size())
            .filter(place -> city.equalsIgnoreCase(cityOf(schedule, place)))
            .boxed()
            .collect(Collectors.toSet());
    return rules.onlyAt(places);
  }

  private static @Nullable String cityOf(CompiledSchedule schedule, int place) {
    return location(schedule.schedule(), schedule.places().get(place)).city();
  }

  private static Schedule.Location location(
      Schedule schedule, medic.events.id.LocationId location) {
    return Objects.requireNonNull(schedule.locations().get(location));
  }

  private static NextSlot view(Schedule schedule, AppointmentTypeId type, SlotView slot) {
    Schedule.Location at = location(schedule, slot.locationId());
    AppointmentTerms terms = Objects.requireNonNull(schedule.types().get(type)).terms();
    return new NextSlot(
        slot.startsAt(),
        slot.endsAt(),
        schedule.doctorId(),
        schedule.fullName(),
        schedule.specialty(),
        slot.locationId(),
        at.name(),
        at.city(),
        at.timezone(),
        slot.roomId(),
        type,
        terms.name(),
        terms.consultationMode(),
        terms.priceCents(),
        terms.currency(),
        slot.capacityLeft());
  }
}
