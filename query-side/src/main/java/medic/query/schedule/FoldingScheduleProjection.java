package medic.query.schedule;

import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.AvailabilityExceptionAdded;
import medic.events.doctor.AvailabilityExceptionRemoved;
import medic.events.doctor.AvailabilityExceptionRevised;
import medic.events.doctor.DoctorLeft;
import medic.events.doctor.DoctorProfileRevised;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.DoctorReturned;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.LocationClosed;
import medic.events.doctor.LocationReopened;
import medic.events.doctor.LocationRevised;
import medic.events.doctor.PrimaryLocationChosen;
import medic.events.doctor.RoomAdded;
import medic.events.doctor.RoomClosed;
import medic.events.doctor.RoomReopened;
import medic.events.doctor.RoomRevised;
import medic.events.doctor.ScheduleTemplateDefined;
import medic.events.doctor.ScheduleTemplateRemoved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.SharedRoomWithdrawn;
import medic.events.doctor.TimeOffApproved;
import medic.events.doctor.TimeOffCancelled;
import medic.events.doctor.TimeOffRejected;
import medic.events.doctor.TimeOffRequested;
import medic.events.doctor.TimeOffRevised;
import medic.events.doctor.WeeklyHoursSet;
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

  @EventHandler
  void on(DoctorProfileRevised event) {
    fold(event);
  }

  @EventHandler
  void on(DoctorLeft event) {
    fold(event);
  }

  @EventHandler
  void on(DoctorReturned event) {
    fold(event);
  }

  @EventHandler
  void on(LocationRevised event) {
    fold(event);
  }

  @EventHandler
  void on(PrimaryLocationChosen event) {
    fold(event);
  }

  @EventHandler
  void on(LocationClosed event) {
    fold(event);
  }

  @EventHandler
  void on(LocationReopened event) {
    fold(event);
  }

  @EventHandler
  void on(RoomRevised event) {
    fold(event);
  }

  @EventHandler
  void on(RoomClosed event) {
    fold(event);
  }

  @EventHandler
  void on(RoomReopened event) {
    fold(event);
  }

  @EventHandler
  void on(SharedRoomWithdrawn event) {
    fold(event);
  }

  @EventHandler
  void on(AvailabilityExceptionRevised event) {
    fold(event);
  }

  @EventHandler
  void on(TimeOffRevised event) {
    fold(event);
  }

  @EventHandler
  void on(WeeklyHoursSet event) {
    fold(event);
  }
}
