package medic.query.availability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import medic.availability.Interval;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.query.schedule.ScheduleDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads doctors' times in one statement: the version of the schedule, the schedule itself only
 * where that version is not compiled here yet, and what takes time in all calendars concerned.
 */
@Component
class DoctorTimesReader {

  private static final String DAY_MILLIS = "86400000";
  private static final long COMPILED = 20_000;

  /** Holds that end, the visit that is moved and what the reader holds themselves take nothing. */
  private static final String ALIVE =
      " and (expires_at is null or expires_at > ?) and holder is distinct from ?::uuid"
          + " and holder <> all(array(select hold_id from read.availability_hold_v1"
          + " where held_by = ?))";

  private static final String ENTRY =
      "select case kind when 2 then 0 else array_position(s.calendars, calendar) end calendar,"
          + " occupied_from, occupied_until, expires_at from read.availability_occupied_v1"
          + " where calendar = any(s.calendars)";

  private static final String TIMES =
      "select s.doctor_id, s.version,"
          + " case when s.version = any(?) then null else s.document end, o.* from "
          + StoredSchedules.TABLE
          + " s cross join lateral (select array_agg(calendar), array_agg(occupied_from),"
          + " array_agg(occupied_until), min(expires_at) from ("
          + ENTRY
          + " and occupied_from < ? + s.reach_ms and occupied_from >= ? - s.reach_ms - "
          + DAY_MILLIS
          + " and occupied_until > ? - s.reach_ms"
          + ALIVE
          + " union all "
          + ENTRY
          + " and occupied_until - occupied_from > "
          + DAY_MILLIS
          + " and occupied_until > ? - s.reach_ms and occupied_from < ? - s.reach_ms - "
          + DAY_MILLIS
          + ALIVE
          + ") b) o ";

  static final String OF_DOCTOR = TIMES + "where s.doctor_id = ?";

  private static final String MATCHING =
      TIMES
          + "where (?::text is null or lower(s.specialty) = lower(?))"
          + " and (?::text is null or lower(?) = any(s.cities))";

  private static final Object[] NOTHING = {};

  private final JdbcTemplate jdbc;
  private final ScheduleDocuments documents;
  private final Cache<UUID, CompiledSchedule> compiled =
      Caffeine.newBuilder().maximumSize(COMPILED).build();

  DoctorTimesReader(JdbcTemplate jdbc, ScheduleDocuments documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  /**
   * @param without a visit whose own time is left out
   * @param holder whose holds are left out; null for nobody's
   */
  Optional<DoctorTimes> of(
      DoctorId doctor,
      Interval window,
      Instant now,
      @Nullable AppointmentId without,
      @Nullable String holder) {
    UUID left = without == null ? null : without.value();
    CompiledSchedule known = compiled.getIfPresent(doctor.value());
    Object[] versions = known == null ? NOTHING : new Object[] {known.version()};
    return jdbc
        .query(
            OF_DOCTOR,
            query ->
                query.setObject(bind(query, versions, window, now, left, holder), doctor.value()),
            (row, number) -> times(row, known))
        .stream()
        .findFirst();
  }

  List<DoctorTimes> matching(
      @Nullable String specialty, @Nullable String city, Interval window, Instant now) {
    java.util.Map<UUID, CompiledSchedule> known = java.util.Map.copyOf(compiled.asMap());
    Object[] versions = known.values().stream().map(CompiledSchedule::version).toArray();
    return jdbc.query(
        MATCHING,
        query -> {
          int next = bind(query, versions, window, now, null, null);
          query.setString(next++, specialty);
          query.setString(next++, specialty);
          query.setString(next++, city);
          query.setString(next, city);
        },
        (row, number) -> times(row, known.get(row.getObject(1, UUID.class))));
  }

  static int bind(
      PreparedStatement query,
      Object[] versions,
      Interval window,
      Instant now,
      @Nullable UUID without,
      @Nullable String holder)
      throws SQLException {
    long from = window.from();
    long at = now.toEpochMilli();
    query.setArray(1, query.getConnection().createArrayOf("uuid", versions));
    int next = bind(query, 2, window.to(), from, from);
    next = bind(query, next, at, without, holder);
    next = bind(query, next, from, from);
    return bind(query, next, at, without, holder);
  }

  private static int bind(PreparedStatement query, int first, @Nullable Object... values)
      throws SQLException {
    int next = first;
    for (Object value : values) {
      if (value == null) {
        query.setNull(next++, Types.VARCHAR);
      } else {
        query.setObject(next++, value);
      }
    }
    return next;
  }

  private DoctorTimes times(ResultSet row, @Nullable CompiledSchedule known) throws SQLException {
    String document = row.getString(3);
    CompiledSchedule schedule =
        document == null
            ? Objects.requireNonNull(known)
            : compile(row.getObject(2, UUID.class), document);
    long expiry = row.getLong(7);
    Instant nextExpiry = row.wasNull() ? null : Instant.ofEpochMilli(expiry);
    return new DoctorTimes(
        schedule,
        DoctorTimes.occupancy(
            schedule, array(row.getArray(4)), array(row.getArray(5)), array(row.getArray(6))),
        nextExpiry);
  }

  private CompiledSchedule compile(UUID version, String document) {
    CompiledSchedule fresh = new CompiledSchedule(version, documents.read(document));
    compiled.put(fresh.schedule().doctorId().value(), fresh);
    return fresh;
  }

  private static Object[] array(@Nullable Array array) throws SQLException {
    return array == null ? NOTHING : (Object[]) array.getArray();
  }
}
