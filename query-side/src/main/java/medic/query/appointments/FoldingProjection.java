package medic.query.appointments;

import java.time.Instant;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentMissed;
import medic.events.appointment.AppointmentMoveDeclined;
import medic.events.appointment.AppointmentMoveRequested;
import medic.events.appointment.AppointmentMoveWithdrawn;
import medic.events.appointment.AppointmentReopened;
import medic.events.appointment.AppointmentRescheduled;
import medic.query.processing.Projection;
import medic.query.rows.WriteBehind;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * A projection that keeps a row for each appointment. Names each event class, for Axon would prefer
 * {@link #passOver} to a handler of the interface they share.
 */
public abstract class FoldingProjection extends Projection {

  protected final AppointmentFold fold;

  protected FoldingProjection(WriteBehind tables, AppointmentFold fold) {
    super(tables);
    this.fold = fold;
  }

  /** Writes what the event sets into this projection's rows. */
  protected abstract void fold(AppointmentEvent event, Instant at);

  @EventHandler
  void on(AppointmentBooked event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentConfirmed event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentDeclined event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentRescheduled event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentMoveRequested event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentMoveDeclined event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentMoveWithdrawn event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentJoinLinkSet event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentCancelled event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentCompleted event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentReopened event, @Timestamp Instant at) {
    fold(event, at);
  }

  @EventHandler
  void on(AppointmentMissed event, @Timestamp Instant at) {
    fold(event, at);
  }
}
