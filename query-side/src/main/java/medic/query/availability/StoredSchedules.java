package medic.query.availability;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import medic.events.id.NameBasedId;
import medic.events.id.RoomId;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import medic.query.schedule.Schedule;
import medic.query.schedule.ScheduleDocuments;
import org.springframework.stereotype.Component;

/** The rows of the schedules that open slots are computed from. */
@Component
class StoredSchedules {

  static final String TABLE = "read.availability_schedule_v1";

  static final RowTable ROWS =
      RowTable.named(TABLE)
          .key("doctor_id", "uuid")
          .column("version", "uuid")
          .column("specialty", "text")
          .column("cities", "text[]")
          .column("calendars", "uuid[]")
          .column("reach_ms", "bigint")
          .column("document", "text")
          .readBack();

  private static final long MINUTE_MILLIS = 60_000;

  private final WriteBehind tables;
  private final ScheduleDocuments documents;

  StoredSchedules(WriteBehind tables, ScheduleDocuments documents) {
    this.tables = tables;
    this.documents = documents;
  }

  void write(Schedule schedule) {
    String document = documents.write(schedule);
    tables
        .rows(ROWS)
        .put(
            RowValues.none()
                .with("version", versionOf(document))
                .with("specialty", schedule.specialty())
                .with("cities", cities(schedule))
                .with("calendars", calendars(schedule))
                .with("reach_ms", reach(schedule))
                .with("document", document),
            schedule.doctorId().value());
  }

  /** The same content has the same version, also after a replay. */
  private static UUID versionOf(String document) {
    return NameBasedId.of(document);
  }

  private static List<String> cities(Schedule schedule) {
    return schedule.locations().entrySet().stream()
        .filter(place -> schedule.isOpen(place.getKey()))
        .map(place -> place.getValue().city())
        .filter(Objects::nonNull)
        .map(city -> city.toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .toList();
  }

  private static List<UUID> calendars(Schedule schedule) {
    return Stream.concat(
            Stream.of(schedule.doctorId().value()),
            schedule.rooms().keySet().stream().map(RoomId::value))
        .toList();
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
