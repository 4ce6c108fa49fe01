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

  record Offer(int step, Buffers buffers, int maxParallel, int priority) {}

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

    private static Break pause(LocalTime opens, Span span) {
      LocalTime start = opens.plusMinutes(span.from);
      return new Break(start, start.plusMinutes(span.length));
    }
  }

  record Visit(int duration, Buffers buffers, int defaultRoom, int defaultRoomPlace) {}

  record Asked(
      Span window, int now, int notice, @Nullable Integer futureDays, Set<Integer> places) {}

  Scenario at(Transition change) {
    return new Scenario(
        hours.stream().map(one -> one.at(change)).toList(),
        openings.stream().map(one -> opening(one, change)).toList(),
        closures.stream().map(one -> new Closure(one.place, one.span.at(change))).toList(),
        at(booked, change),
        at(busy, change),
        rooms(change),
        rules(),
        asked.window.at(change),
        change.at().plus(Duration.ofMinutes(asked.now)));
  }

  private VisitRules rules() {
    return new VisitRules(
        visit.duration,
        visit.buffers,
        asked.notice,
        asked.futureDays,
        asked.places,
        visit.defaultRoom,
        visit.defaultRoomPlace);
  }

  private Map<Integer, Scenario.Room> rooms(Transition change) {
    Map<Integer, Scenario.Room> byNumber = new HashMap<>();
    for (Room room : rooms) {
      byNumber.put(byNumber.size(), new Scenario.Room(room.capacity, at(room.taken, change)));
    }
    return byNumber;
  }

  private static Opening opening(Placed placed, Transition change) {
    int room = placed.span.from % 2 == 0 ? WeeklyHours.NO_ROOM : 0;
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
