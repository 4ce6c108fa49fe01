package medic.query.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sealed profiles, as they are searched: by where in the log they were saved, or by whose. */
@Component
class PatientRows {

  /** Rows that are read at once. */
  static final int MANY = 2_000;

  /** Before the first event; profiles that were saved before positions were kept stand there. */
  static final long START = -1;

  private static final long ERASED = -2;

  private static final String ROWS =
      "select p.patient_id, p.profile, coalesce(p.position, -1) as position,"
          + " s.erased_at is not null as erased from read.patient_v1 p"
          + " left join read.patient_standing_v1 s using (patient_id) where ";

  private static final String AFTER =
      ROWS + "p.position > ? order by p.position, p.patient_id limit " + MANY;
  private static final String OF = ROWS + "p.patient_id = any(?)";
  private static final String STANDINGS =
      "select patient_id, case when s.erased_at is not null then -2 else coalesce(position, -1) end"
          + " from read.patient_v1 left join read.patient_standing_v1 s using (patient_id)";

  private final JdbcTemplate jdbc;

  PatientRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A profile as it is stored.
   *
   * @param erased whether the patient's erasure was decided
   */
  record Row(UUID patient, String profile, long position, boolean erased) {

    /** Changes with whatever is to be taken in. */
    long standing() {
      return erased ? ERASED : position;
    }
  }

  /** The next ones that were saved, or whose patient was erased, after a position. */
  List<Row> after(long position) {
    return jdbc.query(AFTER, PatientRows::row, position);
  }

  List<Row> of(Collection<UUID> patients) {
    return jdbc.query(OF, PatientRows::row, (Object) patients.toArray(UUID[]::new));
  }

  /** The standing of each profile. */
  Map<UUID, Long> standings() {
    return jdbc.query(STANDINGS, (row, number) -> Map.entry(uuid(row), row.getLong(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(uuid(row), row.getString(2), row.getLong(3), row.getBoolean(4));
  }

  private static UUID uuid(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }
}
