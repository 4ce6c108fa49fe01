package medic.booking.appointment;

import java.time.Instant;
import medic.availability.ChangeRules;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.Overrides;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;

/**
 * Whether somebody may move a visit or call it off, as its type's terms and their notice say. What
 * is only asked for binds nobody yet.
 *
 * @param actor who wants to
 */
record ChangePolicy(AppointmentState visit, DoctorSchedule schedule, Actor actor, Instant now) {

  /**
   * @param overrides what of it the actor sets aside
   */
  void mustMove(Overrides overrides) {
    schedule.termsOf(visit.outcome().appointmentTypeId());
    ChangeRules rules = rules();
    if (isPatient() && !rules.movedByPatients()) {
      throw new Refusal(
          RefusalCode.RESCHEDULE_NOT_ALLOWED, "Only the practice can move this visit.");
    }
    if (rules.isMovedOften(visit.rescheduleCount())) {
      overrides.override(
          new Refusal(
              RefusalCode.RESCHEDULE_LIMIT_REACHED,
              "This visit was moved "
                  + visit.rescheduleCount()
                  + " times and cannot be moved again."));
    }
    mustGiveNotice();
  }

  /** A patient changes a visit as early as its type asks, and before it starts. */
  void mustGiveNotice() {
    if (isBoundByNotice() && rules().isTooLate(visit.startsAt(), now)) {
      throw new Refusal(
          RefusalCode.TOO_SHORT_NOTICE,
          "It is too late to change this visit here. Please call the practice.");
    }
  }

  boolean isBoundByNotice() {
    return isPatient() && visit.outcome().status() != AppointmentStatus.PENDING;
  }

  ChangeRules rules() {
    return schedule.changeRulesOf(visit.outcome().appointmentTypeId());
  }

  private boolean isPatient() {
    return actor.type() == ActorType.PATIENT;
  }
}
