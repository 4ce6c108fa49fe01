package medic.query.bookings;

import java.time.Instant;
import java.util.List;
import medic.events.appointment.AppointmentEvent;
import medic.query.appointments.AppointmentFold;
import medic.query.appointments.FoldingProjection;
import medic.query.rows.RowTable;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Each patient's bookings. */
@Component
@ProcessingGroup(BookingsProjection.GROUP)
public class BookingsProjection extends FoldingProjection {

  public static final String GROUP = "bookings";

  private static final RowTable BOOKINGS =
      RowTable.named("read.booking_v1")
          .key("appointment_id", "uuid")
          .column("patient_id", "uuid")
          .column("doctor_id", "uuid")
          .column("type_id", "uuid")
          .column("location_id", "uuid")
          .column("room_id", "uuid")
          .column("starts_at", "timestamptz")
          .column("ends_at", "timestamptz")
          .column("status", "text")
          .column("mode", "text")
          .column("price_cents", "bigint")
          .column("currency", "text")
          .column("patient_timezone", "text")
          .column("reschedule_count", "integer")
          .column("move_starts_at", "timestamptz")
          .column("move_ends_at", "timestamptz")
          .column("move_location_id", "uuid")
          .column("move_room_id", "uuid");

  BookingsProjection(WriteBehind tables, AppointmentFold fold) {
    super(tables, fold);
  }

  @Override
  protected void fold(AppointmentEvent event, Instant at) {
    fold.apply(event, at, tables.rows(BOOKINGS), event.appointmentId().value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(BOOKINGS);
  }

  @ResetHandler
  void reset() {
    tables.clear(BOOKINGS);
  }
}
