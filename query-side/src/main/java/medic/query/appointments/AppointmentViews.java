package medic.query.appointments;

import java.util.List;
import java.util.Optional;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.query.names.Joined;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import medic.query.rows.RowValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Shows an appointment's columns, with the names of those it concerns. */
@Component
public class AppointmentViews {

  private static final String NOW =
      "select a.*,"
          + Joined.COLUMNS
          + ", p.profile from read.appointment_v1 a"
          + Joined.NAMES
          + Joined.PATIENT
          + " where a.appointment_id = ?";

  private static final String NAMES_OF =
      "select"
          + Joined.COLUMNS
          + ", p.profile from (values (?::uuid, ?::uuid, ?::uuid, ?::uuid,"
          + " ?::uuid)) a (doctor_id, type_id, location_id, room_id, patient_id)"
          + Joined.NAMES
          + Joined.PATIENT;

  private final JdbcTemplate jdbc;
  private final SealedData personal;

  AppointmentViews(JdbcTemplate jdbc, SealedData personal) {
    this.jdbc = jdbc;
    this.personal = personal;
  }

  /** How an appointment stands. */
  public Optional<AppointmentView> now(AppointmentId id) {
    return first(jdbc.query(NOW, RowValues.rows(), id.value())).map(this::view);
  }

  /** Of columns that events have set; of none, nothing. */
  Optional<AppointmentView> of(RowValues columns) {
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(view(RowValues.none().merge(columns).merge(namesOf(columns))));
  }

  private RowValues namesOf(RowValues state) {
    return first(
            jdbc.query(
                NAMES_OF,
                RowValues.rows(),
                state.get("doctor_id"),
                state.get("type_id"),
                state.get("location_id"),
                state.get("room_id"),
                state.get("patient_id")))
        .orElseGet(RowValues::none);
  }

  AppointmentView view(RowValues row) {
    PatientWords words = new PatientWords(personal);
    String patientName = words.name(row.textOrNull("profile"));
    String reason = words.remark(row.textOrNull("reason"));
    String statusReason = words.remark(row.textOrNull("status_reason"));
    String joinLink = words.remark(row.textOrNull("join_link"));
    return new AppointmentView(
        row.id("appointment_id", AppointmentId::new),
        row.name("status", AppointmentStatus.class),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.id("doctor_id", DoctorId::new),
        row.textOrNull("doctor_name"),
        row.id("patient_id", PatientId::new),
        patientName,
        row.id("type_id", AppointmentTypeId::new),
        row.textOrNull("type_name"),
        row.id("location_id", LocationId::new),
        row.textOrNull("location_name"),
        row.idOrNull("room_id", RoomId::new),
        row.textOrNull("room_name"),
        row.name("mode", ConsultationMode.class),
        row.numberOrNull("price_cents"),
        row.textOrNull("currency"),
        row.name("source", BookingSource.class),
        row.zone("patient_timezone"),
        row.zone("doctor_timezone"),
        reason,
        statusReason,
        (int) row.number("reschedule_count"),
        row.nameOrNull("cancelled_by", ActorType.class),
        row.instant("booked_at"),
        row.instant("changed_at"),
        words.erased(),
        RequestedMoveView.of(row),
        joinLink);
  }

  private static Optional<RowValues> first(List<RowValues> rows) {
    return rows.stream().findFirst();
  }
}
