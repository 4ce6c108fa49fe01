package medic.query.appointments;

import java.time.Instant;
import java.util.List;
import medic.events.appointment.AppointmentEvent;
import medic.query.rows.RowTable;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Appointments as they stand. */
@Component
@ProcessingGroup(AppointmentsProjection.GROUP)
public class AppointmentsProjection extends FoldingProjection {

  public static final String GROUP = "appointments";

  private static final RowTable APPOINTMENTS =
      RowTable.named("read.appointment_v1")
          .key("appointment_id", "uuid")
          .column("doctor_id", "uuid")
          .column("patient_id", "uuid")
          .column("type_id", "uuid")
          .column("location_id", "uuid")
          .column("room_id", "uuid")
          .column("starts_at", "timestamptz")
          .column("ends_at", "timestamptz")
          .column("status", "text")
          .column("mode", "text")
          .column("price_cents", "bigint")
          .column("currency", "text")
          .column("source", "text")
          .column("patient_timezone", "text")
          .column("doctor_timezone", "text")
          .column("reason", "text")
          .column("status_reason", "text")
          .column("reschedule_count", "integer")
          .column("cancelled_by", "text")
          .column("booked_at", "timestamptz")
          .column("changed_at", "timestamptz")
          .column("move_starts_at", "timestamptz")
          .column("move_ends_at", "timestamptz")
          .column("move_location_id", "uuid")
          .column("move_room_id", "uuid")
          .column("join_link", "text");

  AppointmentsProjection(WriteBehind tables, AppointmentFold fold) {
    super(tables, fold);
  }

  @Override
  protected void fold(AppointmentEvent event, Instant at) {
    fold.applyAll(event, at, tables.rows(APPOINTMENTS), event.appointmentId().value());
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(APPOINTMENTS);
  }

  @ResetHandler
  void reset() {
    tables.clear(APPOINTMENTS);
  }
}
