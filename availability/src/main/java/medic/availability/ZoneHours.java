package medic.availability;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The weekly plans that share a zone, by day of the week. */
final class ZoneHours {

  /** No shift lasts longer, wherever the clocks change under it. */
  private static final long MAX_SHIFT_DAYS = 3;

  /** 1970-01-01 was a Thursday, counted from Monday as 0. */
  private static final int EPOCH_DAY_OF_WEEK = 3;

  private final ZoneId zone;
  private final WeeklyPlan[][] byDay = new WeeklyPlan[7][];

  ZoneHours(ZoneId zone, List<WeeklyHours> hours, List<WeeklyPlan> plans) {
    this.zone = zone;
    for (DayOfWeek day : DayOfWeek.values()) {
      byDay[day.getValue() - 1] = plansOf(day, hours, plans);
    }
  }

  private WeeklyPlan[] plansOf(DayOfWeek day, List<WeeklyHours> hours, List<WeeklyPlan> plans) {
    return IntStream.range(0, hours.size())
        .filter(i -> hours.get(i).zone().equals(zone) && hours.get(i).day() == day)
        .mapToObj(plans::get)
        .sorted(Comparator.comparingLong(plan -> plan.opens))
        .toArray(WeeklyPlan[]::new);
  }

  /** Adds every shift that touches [from, to). */
  void addShifts(long from, long to, List<Shift> shifts) {
    WallClock clock = WallClock.over(zone.getRules(), from, to);
    long last = clock.dayAround(to) + 1;
    for (long day = clock.dayAround(from) - MAX_SHIFT_DAYS; day <= last; day++) {
      for (WeeklyPlan plan : byDay[dayOfWeek(day)]) {
        Shift shift = plan.on(day, clock);
        if (shift != null && shift.opens < to && from < shift.closes) {
          shifts.add(shift);
        }
      }
    }
  }

  private static int dayOfWeek(long epochDay) {
    return (int) Math.floorMod(epochDay + EPOCH_DAY_OF_WEEK, 7L);
  }
}
