package medic.query.patients;

import java.util.Optional;
import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells what became of patients' holds and erasures. */
@Component
class ErasureQueries {

  private static final String STANDING =
      "select p.patient_id, s.* from read.patient_v1 p"
          + " left join read.patient_standing_v1 s using (patient_id) where p.patient_id = ?";

  private final JdbcTemplate jdbc;

  ErasureQueries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  Optional<ErasureView> handle(FindErasure query) {
    return jdbc.query(STANDING, RowValues.rows(), query.patientId().value()).stream()
        .findFirst()
        .map(row -> view(query.patientId(), row));
  }

  private static ErasureView view(PatientId patient, RowValues row) {
    return new ErasureView(
        patient,
        Boolean.TRUE.equals(row.get("legal_hold")),
        row.instantOrNull("erased_at"),
        row.nameOrNull("ground", ErasureGround.class),
        row.instantOrNull("key_destroyed_at"),
        row.textOrNull("receipt"));
  }
}
