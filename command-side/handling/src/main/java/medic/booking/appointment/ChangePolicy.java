package medic.booking.appointment;

import java.time.Instant;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.Overrides;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.events.ActorType;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.ChangeObjection;
import medic.events.appointment.ChangeObjection.Code;
import medic.events.appointment.ChangeRules;

/**
 * Whether somebody may move a visit or call it off, as its type's terms and their notice say.
 *
 * @param actor who wants to
 */
record ChangePolicy(AppointmentState visit, DoctorSchedule schedule, Actor actor, Instant now) {

  /**
   * @param overrides what of it the actor sets aside
   */
  void mustMove(Overrides overrides) {
    schedule.mustPractise();
    schedule.termsOf(visit.outcome().appointmentTypeId());
    rules()
        .toMove(status(), visit.startsAt(), visit.rescheduleCount(), isPatient(), now)
        .forEach(objection -> answer(objection, overrides));
  }

  private static void answer(ChangeObjection objection, Overrides overrides) {
    if (objection.code() != Code.RESCHEDULE_LIMIT_REACHED) {
      throw refusal(objection);
    }
    overrides.override(refusal(objection));
  }

  /**
   * Nothing is agreed to where it has been closed, be it a visit or the move of one; but a visit
   * that somebody decided to keep.
   */
  void mustReceive() {
    if (visit.hasRequestedMove()) {
      schedule.mustReceiveAt(visit.requestedMove().locationId(), visit.requestedMove().roomId());
    } else if (!schedule.isKept(visit.outcome().appointmentId())) {
      schedule.mustReceiveAt(visit.outcome().locationId(), visit.outcome().roomId());
    }
  }

  /** A patient changes a visit as early as its type asks, and before it starts. */
  void mustGiveNotice() {
    rules()
        .toNotice(status(), visit.startsAt(), isPatient(), now)
        .ifPresent(
            objection -> {
              throw refusal(objection);
            });
  }

  boolean isBoundByNotice() {
    return isPatient() && ChangeRules.isBinding(status());
  }

  ChangeRules rules() {
    return schedule.changeRulesOf(visit.outcome().appointmentTypeId());
  }

  static Refusal refusal(ChangeObjection objection) {
    return new Refusal(RefusalCode.valueOf(objection.code().name()), objection.detail());
  }

  private AppointmentStatus status() {
    return visit.outcome().status();
  }

  private boolean isPatient() {
    return actor.type() == ActorType.PATIENT;
  }
}
