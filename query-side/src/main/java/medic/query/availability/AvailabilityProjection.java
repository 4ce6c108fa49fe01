package medic.query.availability;

import java.util.List;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.MoveSlotReleased;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.room.RoomReleased;
import medic.events.room.RoomReserved;
import medic.query.rows.RowTable;
import medic.query.rows.RowValues;
import medic.query.rows.WriteBehind;
import medic.query.schedule.FoldingScheduleProjection;
import medic.query.schedule.ScheduleDocuments;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** What open slots are computed from: schedules, and who takes which time of doctors and rooms. */
@Component
@ProcessingGroup(AvailabilityProjection.GROUP)
public class AvailabilityProjection extends FoldingScheduleProjection {

  public static final String GROUP = "availability";

  private static final RowTable OCCUPIED =
      RowTable.named("read.availability_occupied_v1")
          .key("calendar", "uuid")
          .key("kind", "smallint")
          .key("holder", "uuid")
          .column("occupied_from", "bigint")
          .column("occupied_until", "bigint")
          .column("expires_at", "bigint");

  private static final RowTable HOLDS =
      RowTable.named("read.availability_hold_v1")
          .key("hold_id", "uuid")
          .column("held_by", "text")
          .column("doctor_id", "uuid")
          .column("type_id", "uuid")
          .column("location_id", "uuid")
          .column("room_id", "uuid")
          .column("starts_at", "timestamptz")
          .column("ends_at", "timestamptz")
          .column("expires_at", "timestamptz");

  private final ScheduleDocuments documents;
  private final StoredSchedules schedules;
  private final ChangedCalendars changed;

  AvailabilityProjection(
      WriteBehind tables,
      ScheduleDocuments documents,
      StoredSchedules schedules,
      ChangedCalendars changed) {
    super(tables);
    this.documents = documents;
    this.schedules = schedules;
    this.changed = changed;
  }

  @Override
  protected void fold(DoctorScheduleEvent event) {
    tables.pass();
    documents.apply(event, StoredSchedules.ROWS, schedules::write);
    changed.note(event.doctorId().value());
  }

  @EventHandler
  void on(SlotBooked event) {
    note(event);
  }

  @EventHandler
  void on(BookedSlotFreed event) {
    note(event);
  }

  @EventHandler
  void on(SlotHeld event) {
    note(event);
    tables.rows(HOLDS).put(row(event), event.holdId().value());
  }

  @EventHandler
  void on(HeldSlotReleased event) {
    note(event);
    tables.rows(HOLDS).delete(event.holdId().value());
  }

  @EventHandler
  void on(MoveSlotReserved event) {
    note(event);
  }

  @EventHandler
  void on(MoveSlotReleased event) {
    note(event);
  }

  @EventHandler
  void on(RoomReserved event) {
    note(event);
  }

  @EventHandler
  void on(RoomReleased event) {
    note(event);
  }

  @EventHandler
  void on(ExternalBusyTimesSeen event) {
    note(event);
  }

  @Override
  public String group() {
    return GROUP;
  }

  @Override
  public List<RowTable> rowTables() {
    return List.of(OCCUPIED, HOLDS, StoredSchedules.ROWS);
  }

  @ResetHandler
  void reset() {
    tables.clear(OCCUPIED);
    tables.clear(HOLDS);
    tables.clear(StoredSchedules.ROWS);
  }

  private void note(Object event) {
    for (Allocation taking : Allocation.of(event)) {
      Allocation.Key key = taking.key();
      if (taking.time() == null) {
        tables.rows(OCCUPIED).delete(key.calendar(), key.kind(), key.holder());
      } else {
        tables.rows(OCCUPIED).put(row(taking.time()), key.calendar(), key.kind(), key.holder());
      }
      changed.note(key.calendar());
    }
  }

  private static RowValues row(Allocation.Time time) {
    return RowValues.none()
        .with("occupied_from", time.from())
        .with("occupied_until", time.until())
        .with("expires_at", time.expiresAt());
  }

  private static RowValues row(SlotHeld held) {
    return RowValues.none()
        .with("held_by", held.heldBy())
        .with("doctor_id", held.doctorId().value())
        .with("type_id", held.appointmentTypeId().value())
        .with("location_id", held.locationId().value())
        .with("room_id", held.roomId() == null ? null : held.roomId().value())
        .with("starts_at", held.startsAt())
        .with("ends_at", held.endsAt())
        .with("expires_at", held.expiresAt());
  }
}
