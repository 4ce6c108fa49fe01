package medic.query.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import medic.events.doctor.ScheduleTemplate;
import medic.events.doctor.TemplateBreak;
import medic.query.schedule.Schedule;

/** How long a schedule's templates are open within [from, to), in elapsed minutes. */
final class OfferedMinutes {

  private final Schedule schedule;
  private final Instant from;
  private final Instant to;

  OfferedMinutes(Schedule schedule, Instant from, Instant to) {
    this.schedule = schedule;
    this.from = from;
    this.to = to;
  }

  long count() {
    return schedule.templates().values().stream()
        .filter(template -> schedule.locations().containsKey(template.locationId()))
        .mapToLong(this::ofTemplate)
        .sum();
  }

  private long ofTemplate(ScheduleTemplate template) {
    ZoneId zone =
        Objects.requireNonNull(schedule.locations().get(template.locationId())).timezone();
    LocalDate first = LocalDate.ofInstant(from, zone).minusDays(1);
    LocalDate last = LocalDate.ofInstant(to, zone);
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> day.getDayOfWeek() == template.dayOfWeek())
        .mapToLong(day -> ofDay(template, day, zone))
        .sum();
  }

  private long ofDay(ScheduleTemplate template, LocalDate day, ZoneId zone) {
    LocalTime opens = template.workStart();
    ZonedDateTime start = day.atTime(opens).atZone(zone);
    long open = within(start, endAfter(template.workEnd(), opens, day, zone));
    for (TemplateBreak pause : template.breaks()) {
      LocalDate pauseDay = pause.start().isBefore(opens) ? day.plusDays(1) : day;
      open -=
          within(
              pauseDay.atTime(pause.start()).atZone(zone),
              endAfter(pause.end(), pause.start(), pauseDay, zone));
    }
    return Math.max(0, open);
  }

  private static ZonedDateTime endAfter(
      LocalTime end, LocalTime start, LocalDate day, ZoneId zone) {
    return (end.isAfter(start) ? day : day.plusDays(1)).atTime(end).atZone(zone);
  }

  private long within(ZonedDateTime start, ZonedDateTime end) {
    Instant begins = start.toInstant().isBefore(from) ? from : start.toInstant();
    Instant ends = end.toInstant().isAfter(to) ? to : end.toInstant();
    return begins.isBefore(ends) ? Duration.between(begins, ends).toMinutes() : 0;
  }
}
