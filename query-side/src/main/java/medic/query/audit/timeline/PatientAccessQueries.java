package medic.query.audit.timeline;

import java.util.List;
import java.util.Optional;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.http.Cursor;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells patients who read their data. */
@Component
class PatientAccessQueries {

  private static final String READS =
      """
      select e.*, n.name as actor_name from read.timeline_entry_v2 e
        left join read.name_v1 n
          on n.id = case when e.actor_type = 'DOCTOR' then e.actor_id::uuid end
      where e.position in (
          select position from read.timeline_patient_v1 where patient_id = ?
          union
          select position from read.timeline_entry_v2
            where patient_id = ? and action in ('patient_data_read', 'log_exported', 'emergency_access_taken')
          union
          select position from read.timeline_entry_v2
            where action = 'log_exported' and patient_id is null)
        and e.position < ?
      order by e.position desc limit ?
      """;

  private static final String EXISTS =
      "select exists (select from read.patient_v1 where patient_id = ?)";

  private final JdbcTemplate jdbc;
  private final SealedData personal;

  PatientAccessQueries(JdbcTemplate jdbc, SealedData personal) {
    this.jdbc = jdbc;
    this.personal = personal;
  }

  @QueryHandler
  Optional<PatientAccessView> handle(FindPatientAccess query) {
    Object patient = query.patientId().value();
    if (!Boolean.TRUE.equals(jdbc.queryForObject(EXISTS, Boolean.class, patient))) {
      return Optional.empty();
    }
    Cursor from = Cursor.decodeNumber(query.cursor());
    long before = from == null ? Long.MAX_VALUE : from.number();
    List<RowValues> rows =
        jdbc.query(READS, RowValues.rows(), patient, patient, before, query.limit() + 1);
    List<RowValues> shown = rows.stream().limit(query.limit()).toList();
    return Optional.of(
        new PatientAccessView(
            shown.stream().map(this::entry).toList(),
            rows.size() > shown.size() ? cursorAfter(shown.get(shown.size() - 1)) : null));
  }

  private static String cursorAfter(RowValues last) {
    return new Cursor(last.instant("occurred_at"), Long.toString(last.number("position"))).encode();
  }

  private PatientAccessView.Entry entry(RowValues row) {
    return new PatientAccessView.Entry(
        row.text("event_id"),
        row.instant("occurred_at"),
        row.text("action"),
        row.textOrNull("actor_type"),
        row.textOrNull("actor_id"),
        row.textOrNull("actor_name"),
        resource(row),
        reason(row),
        row.idOrNull("appointment_id", AppointmentId::new),
        row.idOrNull("doctor_id", DoctorId::new));
  }

  /** Only an emergency has one. */
  private @Nullable String reason(RowValues row) {
    String sealed = personal.json().readTree(row.text("details")).at("/reason").stringValue(null);
    return new PatientWords(personal).remark(sealed);
  }

  private @Nullable String resource(RowValues row) {
    return personal.json().readTree(row.text("details")).at("/resource/route").stringValue(null);
  }
}
