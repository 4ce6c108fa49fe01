package medic.query.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import medic.availability.Interval;
import medic.availability.Usage;
import medic.events.id.AppointmentTypeId;
import medic.query.availability.OfferedTime;
import medic.query.rows.RowValues;
import medic.query.schedule.Schedule;
import medic.query.schedule.ScheduleReader;
import medic.query.web.QueryRefused;
import medic.query.web.TimeRange;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Draws the numbers: one statement for the schedule, two over the visits, one over the patients.
 */
@Component
class AnalyticsQueries {

  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration MAX_RANGE = Duration.ofDays(366);

  private static final String VISITS =
      "select type_id, status, currency, count(*) visits,"
          + " sum(extract(epoch from ends_at - starts_at) / 60)::bigint minutes,"
          + " sum(price_cents)::bigint cents,"
          + " sum(extract(epoch from starts_at - booked_at) / 3600)::double precision lead_hours"
          + " from read.analytics_visit_v1"
          + " where doctor_id = ? and starts_at >= ? and starts_at < ?"
          + " group by type_id, status, currency";

  /** No visit is longer than a day. */
  private static final String TIMES =
      "select starts_at, ends_at from read.analytics_visit_v1 where doctor_id = ?"
          + " and starts_at >= ?::timestamptz - interval '1 day' and starts_at < ? and ends_at > ?"
          + " and status not in ('cancelled', 'declined')";

  private static final String PATIENTS =
      "select count(*) filter (where not before) newcomers, count(*) filter (where before) known"
          + " from (select exists (select 1 from read.analytics_visit_v1 e where e.doctor_id = ?"
          + " and e.patient_id = v.patient_id and e.starts_at < ?"
          + " and e.status not in ('cancelled', 'declined')) before"
          + " from (select distinct patient_id from read.analytics_visit_v1"
          + " where doctor_id = ? and starts_at >= ? and starts_at < ?"
          + " and status not in ('cancelled', 'declined')) v) p";

  private final JdbcTemplate jdbc;
  private final ScheduleReader schedules;
  private final Clock clock;

  AnalyticsQueries(JdbcTemplate jdbc, ScheduleReader schedules, Clock clock) {
    this.jdbc = jdbc;
    this.schedules = schedules;
    this.clock = clock;
  }

  @QueryHandler
  AnalyticsView handle(FindAnalytics query) {
    Schedule schedule =
        schedules.read(query.doctorId()).orElseThrow(() -> QueryRefused.notFound("doctor"));
    TimeRange.Window window =
        query.range().in(schedule.timezone(), clock.instant().minus(USUAL), USUAL, MAX_RANGE);
    Object doctor = query.doctorId().value();
    Timestamp from = Timestamp.from(window.from());
    Timestamp to = Timestamp.from(window.to());
    List<RowValues> groups = jdbc.query(VISITS, RowValues.rows(), doctor, from, to);
    RowValues patients =
        jdbc.queryForObject(PATIENTS, RowValues.rows(), doctor, from, doctor, from, to);
    List<Interval> visits = jdbc.query(TIMES, AnalyticsQueries::during, doctor, from, to, from);
    Usage usage = OfferedTime.usage(schedule, visits, Interval.of(window.from(), window.to()));
    return view(
        schedule, window.from(), window.to(), groups, Objects.requireNonNull(patients), usage);
  }

  private static Interval during(ResultSet row, int number) throws SQLException {
    return Interval.of(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant());
  }

  private static AnalyticsView view(
      Schedule schedule,
      Instant from,
      Instant to,
      List<RowValues> groups,
      RowValues patients,
      Usage usage) {
    Map<String, Long> byStatus = counts(groups);
    long visits = sum(groups, "visits");
    long completed = byStatus.getOrDefault("completed", 0L);
    long missed = byStatus.getOrDefault("no_show", 0L);
    long booked = sum(groups.stream().filter(AnalyticsQueries::tookTime).toList(), "minutes");
    return new AnalyticsView(
        schedule.doctorId(),
        schedule.timezone(),
        from,
        to,
        visits,
        byStatus,
        byType(groups, schedule),
        rate(missed, completed + missed),
        rate(byStatus.getOrDefault("cancelled", 0L), visits),
        booked,
        Duration.ofMillis(usage.offered()).toMinutes(),
        usage.offered() == 0 ? null : rate(usage.taken(), usage.offered()),
        revenue(groups),
        patients.number("newcomers"),
        patients.number("known"),
        lead(groups, visits));
  }

  private static Map<String, Long> counts(List<RowValues> groups) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(
                group -> group.text("status"),
                TreeMap::new,
                Collectors.summingLong(group -> group.number("visits"))));
  }

  private static List<AnalyticsView.TypeCount> byType(List<RowValues> groups, Schedule schedule) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(
                group -> group.id("type_id", AppointmentTypeId::new),
                Collectors.summingLong(group -> group.number("visits"))))
        .entrySet()
        .stream()
        .map(
            type ->
                new AnalyticsView.TypeCount(
                    type.getKey(), nameOf(schedule.types().get(type.getKey())), type.getValue()))
        .sorted(java.util.Comparator.comparingLong(AnalyticsView.TypeCount::visits).reversed())
        .toList();
  }

  private static @Nullable String nameOf(Schedule.@Nullable Type type) {
    return type == null ? null : type.terms().name();
  }

  private static List<AnalyticsView.Revenue> revenue(List<RowValues> groups) {
    return groups.stream()
        .filter(group -> group.text("status").equals("completed"))
        .filter(group -> group.textOrNull("currency") != null && group.get("cents") != null)
        .collect(
            Collectors.groupingBy(
                group -> group.text("currency"),
                TreeMap::new,
                Collectors.summingLong(group -> group.number("cents"))))
        .entrySet()
        .stream()
        .map(sum -> new AnalyticsView.Revenue(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static boolean tookTime(RowValues group) {
    String status = group.text("status");
    return !status.equals("cancelled") && !status.equals("declined");
  }

  private static long sum(List<RowValues> groups, String column) {
    return groups.stream().mapToLong(group -> group.number(column)).sum();
  }

  private static @Nullable Double lead(List<RowValues> groups, long visits) {
    double hours =
        groups.stream()
            .mapToDouble(
                group -> ((Number) Objects.requireNonNull(group.get("lead_hours"))).doubleValue())
            .sum();
    return visits == 0 ? null : hours / visits;
  }

  private static double rate(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
