package medic.query.availability;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import medic.events.id.NameBasedId;
import medic.events.id.RoomId;
import medic.query.schedule.Schedule;
import medic.query.schedule.ScheduleDocuments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the schedules that open slots are computed from. */
@Component
class StoredSchedules {

  static final String TABLE = "read.availability_schedule_v1";

  private static final String UPSERT =
      "insert into "
          + TABLE
          + " (doctor_id, version, specialty, cities, calendars, reach_ms, document)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict (doctor_id) do update set"
          + " version = excluded.version, specialty = excluded.specialty,"
          + " cities = excluded.cities, calendars = excluded.calendars,"
          + " reach_ms = excluded.reach_ms, document = excluded.document";

  private static final long MINUTE_MILLIS = 60_000;

  private final JdbcTemplate jdbc;
  private final ScheduleDocuments documents;

  StoredSchedules(JdbcTemplate jdbc, ScheduleDocuments documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  void write(Schedule schedule) {
    String document = documents.write(schedule);
    jdbc.update(
        UPSERT,
        row -> {
          row.setObject(1, schedule.doctorId().value());
          row.setObject(2, versionOf(document));
          row.setString(3, schedule.specialty());
          row.setArray(4, row.getConnection().createArrayOf("text", cities(schedule)));
          row.setArray(5, row.getConnection().createArrayOf("uuid", calendars(schedule)));
          row.setLong(6, reach(schedule));
          row.setString(7, document);
        });
  }

  void clear() {
    jdbc.execute("truncate table " + TABLE);
  }

  /** The same content has the same version, also after a replay. */
  private static UUID versionOf(String document) {
    return NameBasedId.of(document);
  }

  private static Object[] cities(Schedule schedule) {
    return schedule.locations().entrySet().stream()
        .filter(place -> schedule.isOpen(place.getKey()))
        .map(place -> place.getValue().city())
        .filter(Objects::nonNull)
        .map(city -> city.toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .toArray();
  }

  private static Object[] calendars(Schedule schedule) {
    return Stream.concat(
            Stream.of(schedule.doctorId().value()),
            schedule.rooms().keySet().stream().map(RoomId::value))
        .toArray();
  }

  /** How far outside a window something can lie and still matter for a visit inside. */
  private static long reach(Schedule schedule) {
    long buffers =
        schedule.templates().values().stream()
            .mapToLong(t -> (long) t.bufferBeforeMinutes() + t.bufferAfterMinutes())
            .max()
            .orElse(0);
    long visit =
        schedule.types().values().stream()
            .map(Schedule.Type::terms)
            .mapToLong(
                t -> (long) t.durationMinutes() + t.bufferBeforeMinutes() + t.bufferAfterMinutes())
            .max()
            .orElse(0);
    return (buffers + visit) * MINUTE_MILLIS;
  }
}
