package medic.query.availability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.BusyStatus;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.ExternalBusyTime;
import medic.events.doctor.ExternalBusyTimesSeen;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.SlotBooked;
import medic.events.doctor.SlotHeld;
import medic.events.room.RoomReleased;
import medic.events.room.RoomReserved;
import medic.query.Table;
import medic.query.Values;
import medic.query.WriteBehind;
import medic.query.schedule.FoldingScheduleProjection;
import medic.query.schedule.ScheduleDocuments;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What open slots are computed from: schedules, and who takes which time of doctors and rooms. */
@Component
@ProcessingGroup(AvailabilityProjection.GROUP)
public class AvailabilityProjection extends FoldingScheduleProjection {

  public static final String GROUP = "availability";

  static final short VISIT = 0;
  static final short HOLD = 1;
  static final short EXTERNAL = 2;

  private static final Table OCCUPIED =
      Table.named("read.availability_occupied_v1")
          .key("calendar", "uuid")
          .key("kind", "smallint")
          .key("holder", "uuid")
          .column("occupied_from", "bigint")
          .column("occupied_until", "bigint")
          .column("expires_at", "bigint");

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
    documents.apply(event, StoredSchedules.TABLE, schedules::write);
    changed.note(event.doctorId().value());
  }

  @EventHandler
  void on(SlotBooked event) {
    take(
        event.doctorId().value(),
        VISIT,
        event.appointmentId().value(),
        span(event.occupiedFrom(), event.occupiedUntil(), null));
  }

  @EventHandler
  void on(BookedSlotFreed event) {
    free(event.doctorId().value(), VISIT, event.appointmentId().value());
  }

  @EventHandler
  void on(SlotHeld event) {
    take(
        event.doctorId().value(),
        HOLD,
        event.holdId().value(),
        span(event.occupiedFrom(), event.occupiedUntil(), event.expiresAt()));
  }

  @EventHandler
  void on(HeldSlotReleased event) {
    free(event.doctorId().value(), HOLD, event.holdId().value());
  }

  @EventHandler
  void on(RoomReserved event) {
    take(
        event.roomId().value(),
        kindOf(event.holder()),
        idOf(event.holder()),
        span(event.occupiedFrom(), event.occupiedUntil(), event.expiresAt()));
  }

  @EventHandler
  void on(RoomReleased event) {
    free(event.roomId().value(), kindOf(event.holder()), idOf(event.holder()));
  }

  @EventHandler
  void on(ExternalBusyTimesSeen event) {
    UUID doctor = event.doctorId().value();
    for (ExternalBusyTime seen : event.seen()) {
      if (seen.status() == BusyStatus.FREE) {
        free(doctor, EXTERNAL, entryOf(event, seen.externalId()));
      } else {
        take(
            doctor,
            EXTERNAL,
            entryOf(event, seen.externalId()),
            span(seen.startsAt(), seen.endsAt(), null));
      }
    }
    event.goneExternalIds().forEach(gone -> free(doctor, EXTERNAL, entryOf(event, gone)));
  }

  @ResetHandler
  void reset() {
    tables.clear(OCCUPIED);
    schedules.clear();
  }

  private void take(UUID calendar, short kind, UUID holder, Values span) {
    tables.rows(OCCUPIED).put(span, calendar, kind, holder);
    changed.note(calendar);
  }

  private void free(UUID calendar, short kind, UUID holder) {
    tables.rows(OCCUPIED).delete(calendar, kind, holder);
    changed.note(calendar);
  }

  private static Values span(Instant from, Instant until, @Nullable Instant expiresAt) {
    return Values.none()
        .with("occupied_from", from.toEpochMilli())
        .with("occupied_until", until.toEpochMilli())
        .with("expires_at", expiresAt == null ? null : expiresAt.toEpochMilli());
  }

  private static short kindOf(String holder) {
    return holder.startsWith("hold-") ? HOLD : VISIT;
  }

  private static UUID idOf(String holder) {
    return UUID.fromString(holder.substring(holder.indexOf('-') + 1));
  }

  private static UUID entryOf(ExternalBusyTimesSeen event, String externalId) {
    String name = event.connectionId() + " " + externalId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
