package medic.query.appointments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import medic.events.Remark;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentLeftAsIs;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.RoomId;
import medic.personal.Personal;
import medic.query.personal.SealedData;
import medic.query.rows.PendingRows;
import medic.query.rows.RowValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an event sets of an appointment, by column. The one fold behind every read model that shows
 * appointments, and behind looking back in time.
 */
@Component
public final class AppointmentFold {

  private final SealedData personal;

  AppointmentFold(SealedData personal) {
    this.personal = personal;
  }

  /** Writes what an event sets into a table that is keyed by the appointment, all of it. */
  void applyAll(AppointmentEvent event, Instant at, PendingRows rows, Object... key) {
    write(event, columns(event, at), rows, key);
  }

  /** As {@link #applyAll}, but only what the table has columns for. */
  public void apply(AppointmentEvent event, Instant at, PendingRows rows, Object... key) {
    write(event, rows.shareOf(columns(event, at)), rows, key);
  }

  private static void write(
      AppointmentEvent event, RowValues columns, PendingRows rows, Object... key) {
    if (event instanceof AppointmentBooked) {
      rows.put(columns, key);
    } else {
      rows.change(columns, key);
    }
  }

  /** The columns that an event at a time sets. */
  public RowValues columns(AppointmentEvent event, Instant time) {
    Instant at = time.truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
    if (event instanceof AppointmentJoinLinkSet linked) {
      return RowValues.none()
          .with("join_link", personal.seal(linked.joinLink()))
          .with("changed_at", at);
    }
    if (event instanceof AppointmentLeftAsIs) {
      return RowValues.none();
    }
    return event instanceof AppointmentMoveRequested move
        ? requested(move).with("changed_at", at)
        : noneRequested(settled(event, at));
  }

  private RowValues requested(AppointmentMoveRequested move) {
    return status(move.statusAfter(), move.reason())
        .with("move_starts_at", move.startsAt())
        .with("move_ends_at", move.endsAt())
        .with("move_location_id", move.locationId().value())
        .with("move_room_id", value(move.roomId()));
  }

  private static RowValues noneRequested(RowValues columns) {
    return columns
        .with("move_starts_at", null)
        .with("move_ends_at", null)
        .with("move_location_id", null)
        .with("move_room_id", null);
  }

  private RowValues settled(AppointmentEvent event, Instant at) {
    if (event instanceof AppointmentBooked booked) {
      return booked(booked, at).with("changed_at", at);
    }
    if (event instanceof AppointmentRescheduled moved) {
      return moved(moved).with("changed_at", at);
    }
    RowValues ended = status(event.statusAfter(), event.reason()).with("changed_at", at);
    return event instanceof AppointmentCancelled cancelled
        ? ended.with("cancelled_by", RowValues.wire(cancelled.cancelledBy()))
        : ended;
  }

  private RowValues booked(AppointmentBooked event, Instant at) {
    return RowValues.none()
        .with("appointment_id", event.appointmentId().value())
        .with("doctor_id", event.doctorId().value())
        .with("patient_id", event.patientId().value())
        .with("type_id", event.appointmentTypeId().value())
        .with("location_id", event.locationId().value())
        .with("room_id", value(event.roomId()))
        .with("starts_at", event.startsAt())
        .with("ends_at", event.endsAt())
        .with("status", RowValues.wire(event.status()))
        .with("mode", RowValues.wire(event.consultationMode()))
        .with("price_cents", event.priceCents())
        .with("currency", event.currency())
        .with("source", RowValues.wire(event.source()))
        .with("patient_timezone", event.patientTimezone().getId())
        .with("doctor_timezone", event.doctorTimezone().getId())
        .with("reason", personal.seal(event.reason()))
        .with("reschedule_count", 0)
        .with("booked_at", at);
  }

  private RowValues moved(AppointmentRescheduled event) {
    RowValues moved = movedTo(event); // the zone only where it is told
    return event.patientTimezone() == null
        ? moved
        : moved.with("patient_timezone", event.patientTimezone().getId());
  }

  private RowValues movedTo(AppointmentRescheduled event) {
    return status(event.status(), event.reason())
        .with("location_id", event.locationId().value())
        .with("room_id", value(event.roomId()))
        .with("starts_at", event.startsAt())
        .with("ends_at", event.endsAt())
        .with("doctor_timezone", event.doctorTimezone().getId())
        .with("reschedule_count", event.rescheduleCount());
  }

  private RowValues status(AppointmentStatus status, @Nullable Personal<Remark> reason) {
    return RowValues.none()
        .with("status", RowValues.wire(status))
        .with("status_reason", personal.seal(reason));
  }

  private static @Nullable Object value(@Nullable RoomId room) {
    return room == null ? null : room.value();
  }
}
