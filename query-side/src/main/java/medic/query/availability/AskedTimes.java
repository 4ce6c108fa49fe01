package medic.query.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import medic.availability.Interval;
import medic.availability.VisitRules;
import medic.query.schedule.Schedule;
import medic.query.web.TimeRange;

/**
 * A range as it was asked for, place by place: a civil date begins and ends as it does where the
 * slot lies. Nothing that is past can be booked, so it begins now.
 */
final class AskedTimes {

  private final TimeRange range;
  private final CompiledSchedule compiled;
  private final Instant now;

  AskedTimes(TimeRange range, CompiledSchedule compiled, Instant now) {
    this.range = range;
    this.compiled = compiled;
    this.now = now;
  }

  /** Wide enough for every zone that civil dates may turn out to be in. */
  static Interval toRead(TimeRange range, Instant now) {
    TimeRange.Window widest = range.anywhere(now, OpenSlots.USUAL, OpenSlots.MAX_RANGE);
    long from = Math.max(widest.from().toEpochMilli(), now.toEpochMilli());
    return new Interval(from, Math.max(from + 1, widest.to().toEpochMilli()));
  }

  /** The stretches of time that are asked for, and the places for which each is. */
  Map<Interval, Set<Integer>> atPlacesOf(VisitRules rules) {
    List<Integer> places =
        IntStream.range(0, compiled.places().size()).filter(rules::allows).boxed().toList();
    Set<ZoneId> zones = places.stream().map(this::zoneOf).collect(Collectors.toSet());
    Map<ZoneId, TimeRange.Window> windows =
        range.inEach(
            zones.isEmpty() ? Set.of(compiled.schedule().timezone()) : zones,
            now,
            OpenSlots.USUAL,
            OpenSlots.MAX_RANGE);
    Map<Interval, Set<Integer>> asked = new LinkedHashMap<>();
    for (int place : places) {
      TimeRange.Window window = windows.get(zoneOf(place));
      if (window != null && window.to().isAfter(now)) {
        asked.computeIfAbsent(fromNow(window), first -> new TreeSet<>()).add(place);
      }
    }
    return asked;
  }

  private Interval fromNow(TimeRange.Window window) {
    return Interval.of(window.from().isBefore(now) ? now : window.from(), window.to());
  }

  private ZoneId zoneOf(int place) {
    Schedule schedule = compiled.schedule();
    return Objects.requireNonNull(schedule.locations().get(compiled.places().get(place)))
        .timezone();
  }
}
