package medic.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import medic.availability.Transitions.Transition;
import medic.availability.oracle.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A scenario told in minutes from a change of the clocks, to be laid over any of them. Place 0 lies
 * in the zone that changes, place 1 in New York.
 */
record Shape(
    List<Hours> hours,
    List<Placed> openings,
    List<Placed> closures,
    List<Span> booked,
    List<Span> busy,
    List<Room> rooms,
    Visit visit,
    Asked asked) {

  private static final ZoneId ELSEWHERE = ZoneId.of("America/New_York");

  /** Minutes from the change. */
  record Span(int from, int length) {
    Interval at(Transition change) {
      long start = change.at().toEpochMilli() + Millis.ofMinutes(from);
      return new Interval(start, start + Millis.ofMinutes(length));
    }
  }

  record Placed(int place, Span span) {}

  record Room(int capacity, List<Span> taken) {}

  record Offer(int step, Buffers buffers, int maxParallel, int priority, boolean follows) {}

  /** {@code opens} in minutes from the clock's reading at the change; breaks from the opening. */
  record Hours(
      int place, int room, int days, int opens, int length, List<Span> breaks, Offer offer) {

    WeeklyHours at(Transition change) {
      LocalDate date = LocalDate.ofInstant(change.at(), change.zone()).plusDays(days);
      DayOfWeek day = date.getDayOfWeek();
      LocalTime start = LocalTime.MIDNIGHT.plusMinutes(change.wallClockMinute() + opens);
      return new WeeklyHours(
          place,
          room,
          zoneOf(place, change),
          day,
          start,
          start.plusMinutes(length),
          breaks.stream().map(one -> pause(start, one)).toList(),
          offer.step,
          offer.buffers,
          offer.maxParallel,
          offer.priority);
    }

    Hours after(Hours other) {
      int step = priorityIsEven() ? other.offer.step : offer.step;
      return new Hours(
          other.place,
          other.room,
          other.days,
          other.opens + other.length,
          length,
          breaks,
          new Offer(step, offer.buffers, offer.maxParallel, offer.priority, true));
    }

    private boolean priorityIsEven() {
      return offer.priority % 2 == 0;
    }

    private static Break pause(LocalTime opens, Span span) {
      LocalTime start = opens.plusMinutes(span.from);
      return new Break(start, start.plusMinutes(span.length));
    }
  }

  record Visit(
      int duration,
      Buffers buffers,
      int defaultRoom,
      int defaultRoomPlace,
      Set<Integer> unsuitable) {}

  record Asked(
      Span window, int now, int notice, @Nullable Integer futureDays, Set<Integer> places) {}

  Scenario at(Transition change) {
    return new Scenario(
        weekly(change),
        openings.stream().map(one -> opening(one, change)).toList(),
        closures.stream().map(one -> new Closure(one.place, one.span.at(change))).toList(),
        at(booked, change),
        at(busy, change),
        rooms(change),
        rules(),
        asked.window.at(change),
        change.at().plus(Duration.ofMinutes(asked.now)));
  }

  /** Some follow on the ones before them, in the same room and mostly in the same steps. */
  private List<WeeklyHours> weekly(Transition change) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      Hours one = hours.get(i);
      boolean follows = i > 0 && one.offer.follows;
      weekly.add((follows ? one.after(hours.get(i - 1)) : one).at(change));
    }
    return weekly;
  }

  private VisitRules rules() {
    return new VisitRules(
        visit.duration,
        visit.buffers,
        asked.notice,
        asked.futureDays,
        asked.places,
        visit.defaultRoom,
        visit.defaultRoomPlace,
        visit.unsuitable);
  }

  private Map<Integer, Scenario.Room> rooms(Transition change) {
    Map<Integer, Scenario.Room> byNumber = new HashMap<>();
    for (Room room : rooms) {
      byNumber.put(byNumber.size(), new Scenario.Room(room.capacity, at(room.taken, change)));
    }
    return byNumber;
  }

  /** Some openings begin where the first hours end. */
  private Opening opening(Placed placed, Transition change) {
    int room = placed.span.from % 2 == 0 ? WeeklyHours.NO_ROOM : 0;
    if (placed.span.length % 2 == 0) {
      Hours first = hours.get(0);
      Span after = new Span(first.days * 1440 + first.opens + first.length, placed.span.length);
      return new Opening(first.place, room, zoneOf(first.place, change), after.at(change));
    }
    return new Opening(placed.place, room, zoneOf(placed.place, change), placed.span.at(change));
  }

  private static ZoneId zoneOf(int place, Transition change) {
    return place == 0 ? change.zone() : ELSEWHERE;
  }

  private static List<Interval> at(List<Span> spans, Transition change) {
    List<Interval> intervals = new ArrayList<>();
    spans.forEach(span -> intervals.add(span.at(change)));
    return intervals;
  }
}
