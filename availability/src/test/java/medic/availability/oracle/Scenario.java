package medic.availability.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import medic.availability.Closure;
import medic.availability.Interval;
import medic.availability.Occupancy;
import medic.availability.Opening;
import medic.availability.OpeningHours;
import medic.availability.VisitRules;
import medic.availability.WeeklyHours;

/**
 * Everything one answer depends on, as plain lists that both the engine and the oracle can read.
 */
public record Scenario(
    List<WeeklyHours> weekly,
    List<Opening> openings,
    List<Closure> closures,
    List<Interval> booked,
    List<Interval> busy,
    Map<Integer, Room> rooms,
    VisitRules rules,
    Interval window,
    Instant now) {

  public record Room(int capacity, List<Interval> taken) {}

  public OpeningHours hours() {
    return OpeningHours.of(weekly, openings, closures);
  }

  public Occupancy occupancy() {
    Occupancy.Builder builder = Occupancy.builder();
    booked.forEach(one -> builder.booked(one.from(), one.to()));
    busy.forEach(one -> builder.busy(one.from(), one.to()));
    rooms.forEach((number, room) -> add(number, room, builder));
    return builder.build();
  }

  private static void add(int number, Room room, Occupancy.Builder builder) {
    builder.room(number, room.capacity());
    room.taken().forEach(one -> builder.roomTaken(number, one.from(), one.to()));
  }
}
