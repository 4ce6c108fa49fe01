package medic.sagas.messages.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time off that messages speak of, kept from its requests. */
@Component
public class TimeOffTable {

  private final JdbcTemplate jdbc;

  public TimeOffTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a request in; one that was taken in before changes nothing. */
  public void evolve(TimeOffRequested requested) {
    jdbc.update(
        """
        insert into work.notified_time_off (time_off_id, doctor_id, starts_at, ends_at, asked)
        values (?, ?, ?, ?, ?) on conflict (doctor_id, time_off_id) do nothing
        """,
        requested.timeOffId().value(),
        requested.doctorId().value(),
        Timestamp.from(requested.startsAt()),
        Timestamp.from(requested.endsAt()),
        requested.reason());
  }

  public void evolve(TimeOffRevised revised) {
    jdbc.update(
        """
        update work.notified_time_off set starts_at = ?, ends_at = ?, asked = ?
        where doctor_id = ? and time_off_id = ?
        """,
        Timestamp.from(revised.startsAt()),
        Timestamp.from(revised.endsAt()),
        revised.reason(),
        revised.doctorId().value(),
        revised.timeOffId().value());
  }

  /** Notes why it was rejected or cancelled. */
  public void note(DoctorId doctor, TimeOffId timeOff, @Nullable String decision) {
    jdbc.update(
        "update work.notified_time_off set decision = ? where doctor_id = ? and time_off_id = ?",
        decision,
        doctor.value(),
        timeOff.value());
  }

  public Optional<TimeOff> find(DoctorId doctor, TimeOffId timeOff) {
    return jdbc
        .query(
            "select * from work.notified_time_off where doctor_id = ? and time_off_id = ?",
            (row, number) -> timeOff(row),
            doctor.value(),
            timeOff.value())
        .stream()
        .findFirst();
  }

  public void forget() {
    jdbc.update("delete from work.notified_time_off");
  }

  private static TimeOff timeOff(ResultSet row) throws SQLException {
    return new TimeOff(
        new TimeOffId(row.getObject("time_off_id", UUID.class)),
        new DoctorId(row.getObject("doctor_id", UUID.class)),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("asked"),
        row.getString("decision"));
  }
}
