package medic.query.appointments;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import medic.http.Cursor;
import medic.query.names.Joined;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages of appointments: one statement for the page, one for how many there are. */
@Component
class AppointmentSearch {

  private static final String PAGE =
      "select a.*,"
          + Joined.COLUMNS
          + ", p.profile from (select * from read.appointment_v1 where %s"
          + " and (starts_at, appointment_id) > (?, ?)"
          + " order by starts_at, appointment_id limit ?) a"
          + Joined.NAMES
          + Joined.PATIENT
          + " order by a.starts_at, a.appointment_id";

  private static final String TOTAL = "select count(*) from read.appointment_v1 where %s";

  private final JdbcTemplate jdbc;
  private final AppointmentViews views;

  AppointmentSearch(JdbcTemplate jdbc, AppointmentViews views) {
    this.jdbc = jdbc;
    this.views = views;
  }

  @QueryHandler
  AppointmentsFound handle(FindAppointments query) {
    Conditions asked = conditions(query);
    Cursor given = Cursor.decodeUuid(query.cursor());
    Cursor after = given == null ? Cursor.beforeAll() : given;
    List<Object> values = new ArrayList<>(asked.values);
    values.add(Timestamp.from(after.at()));
    values.add(after.uuid());
    values.add(query.limit() + 1);
    List<RowValues> rows = jdbc.query(PAGE.formatted(asked), RowValues.rows(), values.toArray());
    List<RowValues> page = rows.subList(0, Math.min(rows.size(), query.limit()));
    Long total = jdbc.queryForObject(TOTAL.formatted(asked), Long.class, asked.values.toArray());
    return new AppointmentsFound(
        page.stream().map(views::view).toList(),
        total == null ? 0 : total,
        rows.size() > page.size() ? cursorOf(page) : null);
  }

  private static String cursorOf(List<RowValues> page) {
    RowValues last = page.get(page.size() - 1);
    return new Cursor(last.instant("starts_at"), last.uuid("appointment_id").toString()).encode();
  }

  private static Conditions conditions(FindAppointments query) {
    Conditions asked = new Conditions();
    asked.is("doctor_id = ?", query.doctorId() == null ? null : query.doctorId().value());
    asked.is("patient_id = ?", query.patientId() == null ? null : query.patientId().value());
    asked.is("room_id = ?", query.roomId() == null ? null : query.roomId().value());
    asked.is("location_id = ?", query.locationId() == null ? null : query.locationId().value());
    asked.is(
        "type_id = ?",
        query.appointmentTypeId() == null ? null : query.appointmentTypeId().value());
    asked.is(
        "status = any (?)",
        query.statuses().isEmpty()
            ? null
            : query.statuses().stream().map(RowValues::wire).toArray(String[]::new));
    asked.is("ends_at > ?", query.from() == null ? null : Timestamp.from(query.from()));
    asked.is("starts_at < ?", query.to() == null ? null : Timestamp.from(query.to()));
    return asked;
  }

  /** What is asked for, and nothing of what is not. */
  private static final class Conditions {

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    void is(String condition, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        values.add(value);
      }
    }

    @Override
    public String toString() {
      return String.join(" and ", conditions);
    }
  }
}
