package medic.query.appointments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentLeftAsIs;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentReopened;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.Remark;
import medic.events.id.RoomId;
import medic.personal.Personal;
import medic.query.PendingRows;
import medic.query.SealedData;
import medic.query.Values;
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

  /** Writes what an event sets into a table that is keyed by the appointment. */
  public void apply(AppointmentEvent event, Instant at, PendingRows rows, Object... key) {
    if (event instanceof AppointmentBooked) {
      rows.put(columns(event, at), key);
    } else {
      rows.change(columns(event, at), key);
    }
  }

  /** The columns that an event at a time sets. */
  public Values columns(AppointmentEvent event, Instant time) {
    Instant at = time.truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
    if (event instanceof AppointmentJoinLinkSet linked) {
      return Values.none()
          .with("join_link", personal.seal(linked.joinLink()))
          .with("changed_at", at);
    }
    if (event instanceof AppointmentLeftAsIs) {
      return Values.none();
    }
    return event instanceof AppointmentMoveRequested move
        ? requested(move).with("changed_at", at)
        : noneRequested(settled(event, at));
  }

  private Values requested(AppointmentMoveRequested move) {
    return status(AppointmentStatus.after(move), move.reason())
        .with("move_starts_at", move.startsAt())
        .with("move_ends_at", move.endsAt())
        .with("move_location_id", move.locationId().value())
        .with("move_room_id", value(move.roomId()));
  }

  private static Values noneRequested(Values columns) {
    return columns
        .with("move_starts_at", null)
        .with("move_ends_at", null)
        .with("move_location_id", null)
        .with("move_room_id", null);
  }

  private Values settled(AppointmentEvent event, Instant at) {
    if (event instanceof AppointmentBooked booked) {
      return booked(booked, at).with("changed_at", at);
    }
    if (event instanceof AppointmentRescheduled moved) {
      return moved(moved).with("changed_at", at);
    }
    Values ended = status(AppointmentStatus.after(event), reasonOf(event)).with("changed_at", at);
    return event instanceof AppointmentCancelled cancelled
        ? ended.with("cancelled_by", Values.wire(cancelled.cancelledBy()))
        : ended;
  }

  private static @Nullable Personal<Remark> reasonOf(AppointmentEvent event) {
    if (event instanceof AppointmentConfirmed confirmed) {
      return confirmed.reason();
    } else if (event instanceof AppointmentDeclined declined) {
      return declined.reason();
    } else if (event instanceof AppointmentCancelled cancelled) {
      return cancelled.reason();
    } else if (event instanceof AppointmentCompleted completed) {
      return completed.reason();
    } else if (event instanceof AppointmentReopened reopened) {
      return reopened.reason();
    } else if (event instanceof AppointmentMissed missed) {
      return missed.reason();
    } else if (event instanceof AppointmentMoveDeclined declined) {
      return declined.reason();
    } else if (event instanceof AppointmentMoveWithdrawn withdrawn) {
      return withdrawn.reason();
    }
    throw new IllegalArgumentException("no fold for " + event.getClass().getName());
  }

  private Values booked(AppointmentBooked event, Instant at) {
    return Values.none()
        .with("appointment_id", event.appointmentId().value())
        .with("doctor_id", event.doctorId().value())
        .with("patient_id", event.patientId().value())
        .with("type_id", event.appointmentTypeId().value())
        .with("location_id", event.locationId().value())
        .with("room_id", value(event.roomId()))
        .with("starts_at", event.startsAt())
        .with("ends_at", event.endsAt())
        .with("status", Values.wire(event.status()))
        .with("mode", Values.wire(event.consultationMode()))
        .with("price_cents", event.priceCents())
        .with("currency", event.currency())
        .with("source", Values.wire(event.source()))
        .with("patient_timezone", event.patientTimezone().getId())
        .with("doctor_timezone", event.doctorTimezone().getId())
        .with("reason", personal.seal(event.reason()))
        .with("reschedule_count", 0)
        .with("booked_at", at);
  }

  private Values moved(AppointmentRescheduled event) {
    Values moved = movedTo(event); // the zone only where it is told
    return event.patientTimezone() == null
        ? moved
        : moved.with("patient_timezone", event.patientTimezone().getId());
  }

  private Values movedTo(AppointmentRescheduled event) {
    return status(event.status(), event.reason())
        .with("location_id", event.locationId().value())
        .with("room_id", value(event.roomId()))
        .with("starts_at", event.startsAt())
        .with("ends_at", event.endsAt())
        .with("doctor_timezone", event.doctorTimezone().getId())
        .with("reschedule_count", event.rescheduleCount());
  }

  private Values status(AppointmentStatus status, @Nullable Personal<Remark> reason) {
    return Values.none()
        .with("status", Values.wire(status))
        .with("status_reason", personal.seal(reason));
  }

  private static @Nullable Object value(@Nullable RoomId room) {
    return room == null ? null : room.value();
  }
}
