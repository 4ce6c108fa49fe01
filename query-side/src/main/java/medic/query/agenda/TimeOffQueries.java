package medic.query.agenda;

import java.sql.Timestamp;
import java.util.List;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import medic.http.Cursor;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages of time off, whoever's it is. */
@Component
class TimeOffQueries {

  private static final String PAGE =
      "select a.id, a.doctor_id, a.starts_at, a.ends_at, a.status, a.reason, d.name doctor_name"
          + " from read.agenda_entry_v1 a left join read.name_v1 d on d.id = a.doctor_id"
          + " where a.kind = 'time_off' and a.status = ? and (a.starts_at, a.id) > (?, ?)"
          + " order by a.starts_at, a.id limit ?";

  private static final String TOTAL =
      "select count(*) from read.agenda_entry_v1 where kind = 'time_off' and status = ?";

  private final JdbcTemplate jdbc;

  TimeOffQueries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @QueryHandler
  TimeOffsView handle(FindTimeOff query) {
    Cursor given = Cursor.decodeUuid(query.cursor());
    Cursor after = given == null ? Cursor.beforeAll() : given;
    List<RowValues> rows =
        jdbc.query(
            PAGE,
            RowValues.rows(),
            query.status(),
            Timestamp.from(after.at()),
            after.uuid(),
            query.limit() + 1);
    List<RowValues> page = rows.subList(0, Math.min(rows.size(), query.limit()));
    Long total = jdbc.queryForObject(TOTAL, Long.class, query.status());
    return new TimeOffsView(
        page.stream().map(TimeOffQueries::view).toList(),
        total == null ? 0 : total,
        rows.size() > page.size() ? cursorOf(page) : null);
  }

  private static String cursorOf(List<RowValues> page) {
    RowValues last = page.get(page.size() - 1);
    return new Cursor(last.instant("starts_at"), last.uuid("id").toString()).encode();
  }

  private static TimeOffsView.TimeOff view(RowValues row) {
    return new TimeOffsView.TimeOff(
        row.id("id", TimeOffId::new),
        row.id("doctor_id", DoctorId::new),
        row.textOrNull("doctor_name"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.text("status"),
        row.textOrNull("reason"));
  }
}
