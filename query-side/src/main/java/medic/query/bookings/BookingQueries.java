package medic.query.bookings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medic.events.appointment.AppointmentStatus;
import medic.events.doctor.ConsultationMode;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.http.Cursor;
import medic.query.appointments.RequestedMoveView;
import medic.query.names.Joined;
import medic.query.rows.RowValues;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Pages of a patient's bookings. */
@Component
class BookingQueries {

  private static final String SELECT =
      "select a.*,"
          + Joined.COLUMNS
          + " from (select * from read.booking_v1 where patient_id = ? and status = any (?) and %s"
          + " order by ends_at %2$s, appointment_id %2$s limit ?) a"
          + Joined.NAMES
          + " order by a.ends_at %2$s, a.appointment_id %2$s";

  private static final String UPCOMING =
      SELECT.formatted("ends_at > ? and (ends_at, appointment_id) > (?, ?)", "asc");

  private static final String PAST =
      SELECT.formatted("ends_at <= ? and (ends_at, appointment_id) < (?, ?)", "desc");

  private static final Cursor AFTER_ALL =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1).toString());

  private final JdbcTemplate jdbc;
  private final Clock clock;

  BookingQueries(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @QueryHandler
  BookingsView handle(FindBookings query) {
    boolean upcoming = query.when() == When.UPCOMING;
    Cursor given = Cursor.decode(query.cursor());
    Cursor after = given != null ? given : upcoming ? Cursor.beforeAll() : AFTER_ALL;
    List<RowValues> rows =
        jdbc.query(
            upcoming ? UPCOMING : PAST,
            RowValues.rows(),
            query.patientId().value(),
            query.statuses().stream().map(RowValues::wire).toArray(String[]::new),
            Timestamp.from(clock.instant()),
            Timestamp.from(after.at()),
            after.uuid(),
            query.limit() + 1);
    List<RowValues> page = rows.subList(0, Math.min(rows.size(), query.limit()));
    return new BookingsView(
        page.stream().map(BookingQueries::view).toList(),
        rows.size() > page.size() ? cursorOf(page) : null);
  }

  private static @Nullable String cursorOf(List<RowValues> page) {
    RowValues last = page.get(page.size() - 1);
    return new Cursor(last.instant("ends_at"), last.uuid("appointment_id").toString()).encode();
  }

  private static BookingView view(RowValues row) {
    return new BookingView(
        row.id("appointment_id", AppointmentId::new),
        row.name("status", AppointmentStatus.class),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.zone("patient_timezone"),
        row.id("doctor_id", DoctorId::new),
        row.textOrNull("doctor_name"),
        row.id("type_id", AppointmentTypeId::new),
        row.textOrNull("type_name"),
        row.id("location_id", LocationId::new),
        row.textOrNull("location_name"),
        row.textOrNull("location_city"),
        row.textOrNull("location_timezone"),
        row.idOrNull("room_id", RoomId::new),
        row.textOrNull("room_name"),
        row.name("mode", ConsultationMode.class),
        row.numberOrNull("price_cents"),
        row.textOrNull("currency"),
        (int) row.number("reschedule_count"),
        RequestedMoveView.of(row));
  }
}
