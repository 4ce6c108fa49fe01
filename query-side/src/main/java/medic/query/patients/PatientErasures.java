package medic.query.patients;

import medic.events.id.PatientId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The patients whose erasure was decided, whether or not their key is destroyed already. */
@Component
public class PatientErasures {

  private static final String ERASED =
      "select exists (select from read.patient_standing_v1"
          + " where patient_id = ? and erased_at is not null)";

  private final JdbcTemplate jdbc;

  PatientErasures(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public boolean include(PatientId patient) {
    return Boolean.TRUE.equals(jdbc.queryForObject(ERASED, Boolean.class, patient.value()));
  }
}
