package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.RoomId;
import medic.events.id.TemplateId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Asks which visits a change would hit, and changes nothing. One of the changes is named.
 *
 * @param block time to block; the id in it does not matter
 * @param approval time off to approve
 * @param template weekly hours to remove, or to revise to {@code hours}
 * @param place a place of work to close
 * @param room a room of the doctor to close
 * @param leaving whether the doctor is to leave
 * @param exception a block or an opening to revise
 * @param timeOff time off to revise
 * @param week weekly hours to set
 * @param type a kind of visit to withdraw or pause, or to revise to {@code terms}
 */
public record PreviewVisitsHit(
    @TargetAggregateIdentifier DoctorId doctorId,
    @Nullable ExceptionDetails block,
    @Nullable TimeOffId approval,
    @Nullable TemplateId template,
    @Nullable TemplateDetails hours,
    @Nullable AppointmentTypeId type,
    @Nullable AppointmentTypeDetails terms,
    @Nullable LocationId place,
    @Nullable RoomId room,
    boolean leaving,
    @Nullable ReviseAvailabilityException exception,
    @Nullable ReviseTimeOff timeOff,
    @Nullable SetWeeklyHours week) {

  public static PreviewVisitsHit ofBlock(DoctorId doctor, ExceptionDetails block) {
    return new PreviewVisitsHit(
        doctor, block, null, null, null, null, null, null, null, false, null, null, null);
  }

  public static PreviewVisitsHit ofApproval(DoctorId doctor, TimeOffId timeOff) {
    return new PreviewVisitsHit(
        doctor, null, timeOff, null, null, null, null, null, null, false, null, null, null);
  }

  public static PreviewVisitsHit ofHours(
      DoctorId doctor, TemplateId template, @Nullable TemplateDetails hours) {
    return new PreviewVisitsHit(
        doctor, null, null, template, hours, null, null, null, null, false, null, null, null);
  }

  public static PreviewVisitsHit ofType(
      DoctorId doctor, AppointmentTypeId type, @Nullable AppointmentTypeDetails terms) {
    return new PreviewVisitsHit(
        doctor, null, null, null, null, type, terms, null, null, false, null, null, null);
  }

  public static PreviewVisitsHit ofClosing(DoctorId doctor, LocationId place) {
    return new PreviewVisitsHit(
        doctor, null, null, null, null, null, null, place, null, false, null, null, null);
  }

  public static PreviewVisitsHit ofClosing(DoctorId doctor, RoomId room) {
    return new PreviewVisitsHit(
        doctor, null, null, null, null, null, null, null, room, false, null, null, null);
  }

  public static PreviewVisitsHit ofLeaving(DoctorId doctor) {
    return new PreviewVisitsHit(
        doctor, null, null, null, null, null, null, null, null, true, null, null, null);
  }

  public static PreviewVisitsHit of(ReviseAvailabilityException change) {
    return new PreviewVisitsHit(
        change.doctorId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        change,
        null,
        null);
  }

  public static PreviewVisitsHit of(ReviseTimeOff change) {
    return new PreviewVisitsHit(
        change.doctorId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        change,
        null);
  }

  public static PreviewVisitsHit of(SetWeeklyHours change) {
    return new PreviewVisitsHit(
        change.doctorId(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        change);
  }
}
