package medic.query.schedule;

import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.query.processing.Projection;
import medic.query.rows.WriteBehind;
import org.axonframework.eventhandling.EventHandler;

/** A projection that keeps a document for each doctor's schedule. */
public abstract class FoldingScheduleProjection extends Projection {

  protected FoldingScheduleProjection(WriteBehind tables) {
    super(tables);
  }

  /** Takes an event that changes what is set up, not what is booked. */
  protected abstract void fold(DoctorScheduleEvent event);

  @EventHandler
  void on(DoctorRegistered event) {
    fold(event);
  }

  @EventHandler
  void on(LocationAdded event) {
    fold(event);
  }

  @EventHandler
  void on(RoomAdded event) {
    fold(event);
  }

  @EventHandler
  void on(SharedRoomGranted event) {
    fold(event);
  }

  @EventHandler
  void on(AppointmentTypeDefined event) {
    fold(event);
  }

  @EventHandler
  void on(AppointmentTypeWithdrawn event) {
    fold(event);
  }

  @EventHandler
  void on(ScheduleTemplateDefined event) {
    fold(event);
  }

  @EventHandler
  void on(ScheduleTemplateRemoved event) {
    fold(event);
  }

  @EventHandler
  void on(AvailabilityExceptionAdded event) {
    fold(event);
  }

  @EventHandler
  void on(AvailabilityExceptionRemoved event) {
    fold(event);
  }

  @EventHandler
  void on(TimeOffRequested event) {
    fold(event);
  }

  @EventHandler
  void on(TimeOffApproved event) {
    fold(event);
  }

  @EventHandler
  void on(TimeOffRejected event) {
    fold(event);
  }

  @EventHandler
  void on(TimeOffCancelled event) {
    fold(event);
  }
}
