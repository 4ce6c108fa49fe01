package medic.query.availability;

import java.sql.Timestamp;
import java.time.Clock;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads live holds. */
@Component
class HoldQueries {

  private static final String LIVE =
      "select * from read.availability_hold_v1 where held_by = ? and expires_at > ?"
          + " order by expires_at, hold_id";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  HoldQueries(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @QueryHandler
  HoldsView handle(FindHolds query) {
    Timestamp now = Timestamp.from(clock.instant());
    return new HoldsView(
        jdbc.query(LIVE, RowValues.rows(), query.holder(), now).stream()
            .map(HoldQueries::held)
            .toList());
  }

  private static HoldsView.Held held(RowValues row) {
    return new HoldsView.Held(
        row.id("hold_id", HoldId::new),
        row.id("doctor_id", DoctorId::new),
        row.id("type_id", AppointmentTypeId::new),
        row.id("location_id", LocationId::new),
        row.idOrNull("room_id", RoomId::new),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.instant("expires_at"));
  }
}
