package medic.query.agenda;

import java.time.Instant;
import java.util.List;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.query.appointments.AppointmentFold;
import medic.query.appointments.FoldingProjection;
import medic.query.rows.PendingRows;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What takes a doctor's time or adds to it, as entries of a calendar. */
@Component
@ProcessingGroup(AgendaProjection.GROUP)
public class AgendaProjection extends FoldingProjection {

  public static final String GROUP = "agenda";

  private static final RowTable ENTRIES =
      RowTable.named("read.agenda_entry_v1")
          .key("kind", "text")
          .key("id", "uuid")
          .column("doctor_id", "uuid")
          .column("starts_at", "timestamptz")
          .column("ends_at", "timestamptz")
          .column("status", "text")
          .column("patient_id", "uuid")
          .column("type_id", "uuid")
          .column("location_id", "uuid")
          .column("room_id", "uuid")
          .column("mode", "text")
          .column("reason", "text")
          .column("move_starts_at", "timestamptz")
          .column("move_ends_at", "timestamptz")
          .column("move_location_id", "uuid")
          .column("move_room_id", "uuid");

  private static final String APPOINTMENT = RowValues.wire(AgendaKind.APPOINTMENT);
  private static final String REQUESTED_MOVE = RowValues.wire(AgendaKind.REQUESTED_MOVE);
  private static final String EXCEPTION = RowValues.wire(AgendaKind.EXCEPTION);
  private static final String TIME_OFF = RowValues.wire(AgendaKind.TIME_OFF);
  private static final String EXTERNAL = RowValues.wire(AgendaKind.EXTERNAL_BUSY);

  AgendaProjection(WriteBehind tables, AppointmentFold fold) {
    super(tables, fold);
  }

  @Override
  protected void fold(AppointmentEvent event, Instant at) {
    fold.apply(event, at, entries(), APPOINTMENT, event.appointmentId().value());
    if (event instanceof AppointmentMoveRequested move) {
      entries().put(entryOf(move), REQUESTED_MOVE, move.appointmentId().value());
    } else if (event.changesCourse()) {
      entries().delete(REQUESTED_MOVE, event.appointmentId().value());
    }
  }

  private static RowValues entryOf(AppointmentMoveRequested move) {
    return during(move.startsAt(), move.endsAt())
        .with("doctor_id", move.doctorId().value())
        .with("status", "requested")
        .with("patient_id", move.patientId().value())
        .with("type_id", move.appointmentTypeId().value())
        .with("location_id", move.locationId().value())
        .with("room_id", move.roomId() == null ? null : move.roomId().value());
  }

  @EventHandler
  void on(AvailabilityExceptionAdded event) {
    RowValues entry =
        during(event.startsAt(), event.endsAt())
            .with("doctor_id", event.doctorId().value())
            .with("status", RowValues.wire(event.status()))
            .with(
                "type_id",
                event.appointmentTypeId() == null ? null : event.appointmentTypeId().value())
            .with("location_id", event.locationId() == null ? null : event.locationId().value())
            .with("reason", event.reason());
    entries().put(entry, EXCEPTION, event.exceptionId().value());
  }

  @EventHandler
  void on(AvailabilityExceptionRevised event) {
    RowValues entry =
        during(event.startsAt(), event.endsAt())
            .with("doctor_id", event.doctorId().value())
            .with("status", RowValues.wire(event.status()))
            .with(
                "type_id",
                event.appointmentTypeId() == null ? null : event.appointmentTypeId().value())
            .with("location_id", event.locationId() == null ? null : event.locationId().value())
            .with("reason", event.reason());
    entries().put(entry, EXCEPTION, event.exceptionId().value());
  }

  @EventHandler
  void on(AvailabilityExceptionRemoved event) {
    entries().delete(EXCEPTION, event.exceptionId().value());
  }

  @EventHandler
  void on(TimeOffRequested event) {
    RowValues entry =
        during(event.startsAt(), event.endsAt())
            .with("doctor_id", event.doctorId().value())
            .with("status", "requested")
            .with("reason", event.reason());
    entries().put(entry, TIME_OFF, event.timeOffId().value());
  }

  @EventHandler
  void on(TimeOffApproved event) {
    entries()
        .change(
            during(event.startsAt(), event.endsAt()).with("status", "approved"),
            TIME_OFF,
            event.timeOffId().value());
  }

  @EventHandler
  void on(TimeOffRevised event) {
    entries()
        .change(
            during(event.startsAt(), event.endsAt()).with("reason", event.reason()),
            TIME_OFF,
            event.timeOffId().value());
  }

  @EventHandler
  void on(TimeOffRejected event) {
    entries()
        .change(RowValues.none().with("status", "rejected"), TIME_OFF, event.timeOffId().value());
  }

  @EventHandler
  void on(TimeOffCancelled event) {
    entries()
        .change(RowValues.none().with("status", "cancelled"), TIME_OFF, event.timeOffId().value());
  }

  @EventHandler
  void on(ExternalBusyTimesSeen event) {
    for (ExternalBusyTime seen : event.seen()) {
      RowValues entry =
          during(seen.startsAt(), seen.endsAt())
              .with("doctor_id", event.doctorId().value())
              .with("status", RowValues.wire(seen.status()))
              .with("reason", event.source());
      entries()
          .put(entry, EXTERNAL, ExternalBusyTime.idOf(event.connectionId(), seen.externalId()));
    }
    for (String gone : event.goneExternalIds()) {
      entries().delete(EXTERNAL, ExternalBusyTime.idOf(event.connectionId(), gone));
    }
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(ENTRIES);
  }

  @ResetHandler
  void reset() {
    tables.clear(ENTRIES);
  }

  private PendingRows entries() {
    return tables.rows(ENTRIES);
  }

  private static RowValues during(Instant startsAt, Instant endsAt) {
    return RowValues.none().with("starts_at", startsAt).with("ends_at", endsAt);
  }
}
