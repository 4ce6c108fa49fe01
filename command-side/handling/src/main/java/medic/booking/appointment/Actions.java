package medic.booking.appointment;

import static medic.command.appointment.AppointmentAction.CANCEL;
import static medic.command.appointment.AppointmentAction.COMPLETE;
import static medic.command.appointment.AppointmentAction.CONFIRM;
import static medic.command.appointment.AppointmentAction.NO_SHOW;
import static medic.command.appointment.AppointmentAction.REOPEN;
import static medic.command.appointment.AppointmentAction.RESCHEDULE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import medic.booking.patient.PatientCalendar;
import medic.booking.schedule.DoctorSchedule;
import medic.booking.schedule.Overrides;
import medic.command.Actor;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.RefusalDetails;
import medic.command.appointment.ActionsOutcome.Action;
import medic.command.appointment.AppointmentAction;
import org.jspecify.annotations.Nullable;

/** What somebody may do with a visit: each command's own rules, asked without the command. */
final class Actions {

  private static final String SOME_REASON = "-";

  private final AppointmentState visit;
  private final PatientCalendar patient;
  private final Actor actor;
  private final ChangePolicy policy;
  private final Instant now;

  Actions(
      AppointmentState visit,
      PatientCalendar patient,
      DoctorSchedule schedule,
      Actor actor,
      Instant now) {
    this.visit = visit;
    this.patient = patient;
    this.actor = actor;
    this.policy = new ChangePolicy(visit, schedule, actor, now);
    this.now = now;
  }

  List<Action> all() {
    return Stream.of(AppointmentAction.values()).map(this::judge).toList();
  }

  private Action judge(AppointmentAction action) {
    if (!action.isFor(actor.type())) {
      return refused(action, "FORBIDDEN", "This caller may not do that.");
    }
    RefusalDetails refusal = refusal(action, null);
    if (refusal == null) {
      return allowed(action, action == REOPEN, null);
    }
    return refusal(action, SOME_REASON) == null
        ? allowed(action, true, refusal)
        : refused(action, refusal.code().name(), refusal.detail());
  }

  private @Nullable RefusalDetails refusal(AppointmentAction action, @Nullable String reason) {
    try {
      verify(action, reason);
      return null;
    } catch (Refusal refusal) {
      return refusal.details();
    }
  }

  private void verify(AppointmentAction action, @Nullable String reason) {
    StepRules.mustTake(action, reason, visit, patient, now);
    if (action == CONFIRM) {
      policy.mustReceive();
    } else if (action == CANCEL) {
      policy.mustGiveNotice();
    } else if (action == RESCHEDULE) {
      policy.mustMove(new Overrides(actor, reason, Set.of()));
    }
  }

  private Action allowed(
      AppointmentAction action, boolean withReason, @Nullable RefusalDetails without) {
    return new Action(
        action,
        true,
        null,
        until(action),
        movesLeft(action),
        withReason,
        without == null ? null : without.code().name(),
        without == null ? null : without.detail());
  }

  private Action refused(AppointmentAction action, String code, String detail) {
    boolean early = code.equals(RefusalCode.NOT_BEGUN.name());
    Instant from = early && (action == COMPLETE || action == NO_SHOW) ? visit.startsAt() : null;
    return new Action(action, false, from, null, movesLeft(action), false, code, detail);
  }

  private @Nullable Instant until(AppointmentAction action) {
    if (action == CONFIRM) {
      return StepRules.askedUntil(visit);
    }
    return (action == CANCEL || action == RESCHEDULE) && policy.isBoundByNotice()
        ? policy.rules().until(visit.startsAt())
        : null;
  }

  private @Nullable Integer movesLeft(AppointmentAction action) {
    return action == RESCHEDULE ? policy.rules().movesLeft(visit.rescheduleCount()) : null;
  }
}
