package medic.query.agenda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import medic.query.appointments.RequestedMoveView;
import medic.query.names.Joined;
import medic.query.personal.PatientWords;
import medic.query.personal.SealedData;
import medic.query.rows.RowValues;
import medic.query.web.QueryRefused;
import medic.query.web.TimeRange.Window;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads agendas: one statement for the doctor's zone, one for the entries. */
@Component
class AgendaQueries {

  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration MAX_RANGE = Duration.ofDays(100);

  static final String ENTRIES =
      "select a.*,"
          + Joined.COLUMNS
          + ", p.profile from ("
          + "select * from read.agenda_entry_v1 where doctor_id = ? and starts_at < ?"
          + " and starts_at >= ?::timestamptz - interval '1 day' and ends_at > ?"
          + " union all "
          + "select * from read.agenda_entry_v1 where doctor_id = ?"
          + " and ends_at - starts_at > interval '1 day' and ends_at > ?"
          + " and starts_at < ?::timestamptz - interval '1 day') a"
          + Joined.NAMES
          + Joined.PATIENT
          + " order by a.starts_at, a.ends_at, a.id";

  private final JdbcTemplate jdbc;
  private final SealedData personal;
  private final Clock clock;

  AgendaQueries(JdbcTemplate jdbc, SealedData personal, Clock clock) {
    this.jdbc = jdbc;
    this.personal = personal;
    this.clock = clock;
  }

  @QueryHandler
  AgendaView handle(FindAgenda query) {
    UUID doctor = query.doctorId().value();
    ZoneId zone = zoneOf(doctor);
    Window window = query.range().in(zone, clock.instant(), USUAL, MAX_RANGE);
    Timestamp from = Timestamp.from(window.from());
    Timestamp to = Timestamp.from(window.to());
    List<AgendaEntryView> entries =
        jdbc.query(ENTRIES, RowValues.rows(), doctor, to, from, from, doctor, from, from).stream()
            .map(this::view)
            .toList();
    return new AgendaView(query.doctorId(), zone, window.from(), window.to(), entries);
  }

  private ZoneId zoneOf(UUID doctor) {
    return jdbc
        .queryForList(
            "select timezone from read.directory_doctor_v1 where doctor_id = ?",
            String.class,
            doctor)
        .stream()
        .map(ZoneId::of)
        .findFirst()
        .orElseThrow(() -> QueryRefused.notFound("doctor"));
  }

  private AgendaEntryView view(RowValues row) {
    PatientWords words = new PatientWords(personal);
    boolean visit = row.get("patient_id") != null;
    String patientName = words.name(row.textOrNull("profile"));
    String reason = row.textOrNull("reason");
    String shown = visit ? words.remark(reason) : reason;
    return new AgendaEntryView(
        row.name("kind", AgendaKind.class),
        row.uuid("id"),
        row.text("status"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.idOrNull("patient_id", PatientId::new),
        patientName,
        row.idOrNull("type_id", AppointmentTypeId::new),
        row.textOrNull("type_name"),
        row.idOrNull("location_id", LocationId::new),
        row.textOrNull("location_name"),
        row.idOrNull("room_id", RoomId::new),
        row.textOrNull("room_name"),
        row.nameOrNull("mode", ConsultationMode.class),
        shown,
        words.erased(),
        RequestedMoveView.of(row));
  }
}
