package medic.availability.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import medic.availability.Break;
import medic.availability.Buffers;
import medic.availability.Opening;
import medic.availability.WeeklyHours;

/**
 * One day's hours or one opening in ZonedDateTime, as a reader of the rules would write it down.
 */
record Stretch(
    int place,
    int room,
    ZonedDateTime opens,
    ZonedDateTime closes,
    List<ZonedDateTime[]> breaks,
    int stepMinutes,
    Buffers buffers,
    int maxParallel,
    int priority,
    boolean oneOff) {

  static Stretch of(Opening opening, int durationMinutes) {
    ZoneId zone = opening.zone();
    return new Stretch(
        opening.place(),
        opening.room(),
        opening.during().startsAt().atZone(zone),
        opening.during().endsAt().atZone(zone),
        List.of(),
        durationMinutes,
        Buffers.NONE,
        1,
        0,
        true);
  }

  /** The stretches of all dates the span could touch; dates that never were have none. */
  static List<Stretch> of(WeeklyHours hours, ZonedDateTime from, ZonedDateTime to) {
    List<Stretch> stretches = new ArrayList<>();
    LocalDate last = to.toLocalDate().plusDays(2);
    for (LocalDate date = from.toLocalDate().minusDays(3); date.isBefore(last); ) {
      Stretch stretch = on(date, hours);
      boolean exists = date.atStartOfDay(hours.zone()).toLocalDate().equals(date);
      if (exists && date.getDayOfWeek() == hours.day() && stretch.opens.isBefore(stretch.closes)) {
        stretches.add(stretch);
      }
      date = date.plusDays(1);
    }
    return stretches;
  }

  private static Stretch on(LocalDate date, WeeklyHours hours) {
    LocalDateTime opens = date.atTime(hours.opens());
    LocalDateTime closes = nextAt(opens, hours.closes());
    boolean tillTomorrow = closes.toLocalDate().isAfter(date);
    List<ZonedDateTime[]> breaks = new ArrayList<>();
    for (Break one : hours.breaks()) {
      LocalDateTime start = date.atTime(one.start());
      LocalDateTime end = nextAt(start, one.end());
      int days = tillTomorrow && !end.isAfter(opens) ? 1 : 0;
      breaks.add(
          new ZonedDateTime[] {
            start.plusDays(days).atZone(hours.zone()), end.plusDays(days).atZone(hours.zone())
          });
    }
    return new Stretch(
        hours.place(),
        hours.room(),
        opens.atZone(hours.zone()),
        closes.atZone(hours.zone()),
        breaks,
        hours.stepMinutes(),
        hours.buffers(),
        hours.maxParallel(),
        hours.priority(),
        false);
  }

  private static LocalDateTime nextAt(LocalDateTime start, LocalTime time) {
    LocalDateTime sameDay = start.toLocalDate().atTime(time);
    return sameDay.isAfter(start) ? sameDay : sameDay.plusDays(1);
  }
}
