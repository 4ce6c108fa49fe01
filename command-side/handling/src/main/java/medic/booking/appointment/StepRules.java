package medic.booking.appointment;

import static medic.events.appointment.AppointmentStatus.CANCELLED;
import static medic.events.appointment.AppointmentStatus.COMPLETED;
import static medic.events.appointment.AppointmentStatus.CONFIRMED;
import static medic.events.appointment.AppointmentStatus.DECLINED;
import static medic.events.appointment.AppointmentStatus.NO_SHOW;
import static medic.events.appointment.AppointmentStatus.PENDING;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import medic.booking.patient.PatientCalendar;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.appointment.AppointmentAction;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.ChangeObjection;
import org.jspecify.annotations.Nullable;

/**
 * Which step a visit can take from where it stands. The one home of these rules: commands are
 * refused by them, and who asks beforehand is answered by them.
 */
final class StepRules {

  private static final Map<AppointmentStatus, Set<AppointmentStatus>> NEXT =
      Map.of(
          PENDING, Set.of(CONFIRMED, DECLINED, CANCELLED),
          CONFIRMED, Set.of(CANCELLED, COMPLETED, NO_SHOW),
          DECLINED, Set.of(),
          CANCELLED, Set.of(),
          COMPLETED, Set.of(),
          NO_SHOW, Set.of());

  /** Said of a visit afterwards; a mistake is taken back. */
  private static final Set<AppointmentStatus> OUTCOMES = Set.of(COMPLETED, NO_SHOW);

  /** What is kept with these whatever is said: a new time, or the reason that they need. */
  private static final Set<AppointmentAction> KEEPING =
      Set.of(AppointmentAction.RESCHEDULE, AppointmentAction.REOPEN);

  private StepRules() {}

  /**
   * Whether a step can be taken, and what comes with it be kept: nothing new is of a patient who
   * was erased, neither a time nor a word. Their visits are ended all the same, without words.
   *
   * @param words what is said with the step; nothing when absent or blank
   */
  static void mustTake(
      AppointmentAction step,
      @Nullable String words,
      AppointmentState visit,
      PatientCalendar patient,
      Instant now) {
    mustAllow(step, visit, now);
    if (KEEPING.contains(step)) {
      patient.mustNotBeErased();
    }
    mustBeKept(words, patient);
  }

  private static void mustAllow(AppointmentAction step, AppointmentState visit, Instant now) {
    switch (step) {
      case CONFIRM -> mustConfirm(visit, now);
      case DECLINE -> mustDecline(visit);
      case CANCEL -> mustCancel(visit);
      case RESCHEDULE -> mustBeMovable(visit);
      case WITHDRAW_MOVE -> mustAskForMove(visit, "withdrawn");
      case COMPLETE -> mustComplete(visit, now);
      case NO_SHOW -> mustMarkNoShow(visit, now);
      case REOPEN -> mustReopen(visit);
    }
  }

  /** Words that come with no step are kept of nobody who was erased. */
  static void mustBeKept(@Nullable String words, PatientCalendar patient) {
    if (words != null && !words.isBlank()) {
      patient.mustNotBeErased();
    }
  }

  /** The visit, or the move that is asked for, is agreed to as long as its time is not over. */
  static void mustConfirm(AppointmentState visit, Instant now) {
    if (!visit.hasRequestedMove()) {
      mustAllow(visit, CONFIRMED);
    }
    if (!now.isBefore(askedUntil(visit))) {
      throw new Refusal(
          RefusalCode.ALREADY_OVER, "The time that was asked for is over. Agree on another.");
    }
  }

  /** When the time that is to be agreed to ends. */
  static Instant askedUntil(AppointmentState visit) {
    return visit.hasRequestedMove() ? visit.requestedMove().endsAt() : visit.endsAt();
  }

  static void mustDecline(AppointmentState visit) {
    if (!visit.hasRequestedMove()) {
      mustAllow(visit, DECLINED);
    }
  }

  static void mustCancel(AppointmentState visit) {
    mustAllow(visit, CANCELLED);
  }

  static void mustComplete(AppointmentState visit, Instant now) {
    mustAllow(visit, COMPLETED);
    mustHaveBegun(visit, now);
  }

  static void mustMarkNoShow(AppointmentState visit, Instant now) {
    mustAllow(visit, NO_SHOW);
    mustHaveBegun(visit, now);
  }

  static void mustReopen(AppointmentState visit) {
    if (!OUTCOMES.contains(status(visit))) {
      throw invalid(visit, "reopened");
    }
  }

  /** Only an appointment that is pending or confirmed can still be moved. */
  private static void mustBeMovable(AppointmentState visit) {
    ChangeObjection.toMoving(status(visit))
        .ifPresent(
            objection -> {
              throw ChangePolicy.refusal(objection);
            });
  }

  /**
   * Anything may still become of it.
   *
   * @param wanted what it cannot be any more, as in "cannot be rescheduled"
   */
  static void mustBeOpen(AppointmentState visit, String wanted) {
    if (!status(visit).isOpen()) {
      throw invalid(visit, wanted);
    }
  }

  static void mustAskForMove(AppointmentState visit, String next) {
    if (!visit.hasRequestedMove()) {
      throw new Refusal(
          RefusalCode.INVALID_TRANSITION, "No move is asked for that could be " + next + ".");
    }
  }

  /** Nobody knows how a visit went that is yet to come. */
  private static void mustHaveBegun(AppointmentState visit, Instant now) {
    if (now.isBefore(visit.startsAt())) {
      throw new Refusal(
          RefusalCode.NOT_BEGUN, "This visit is yet to come: say how it went when it has begun.");
    }
  }

  private static void mustAllow(AppointmentState visit, AppointmentStatus next) {
    if (!NEXT.getOrDefault(status(visit), Set.of()).contains(next)) {
      throw invalid(visit, name(next));
    }
  }

  private static Refusal invalid(AppointmentState visit, String next) {
    return ChangePolicy.refusal(ChangeObjection.to(status(visit), next));
  }

  private static AppointmentStatus status(AppointmentState visit) {
    return visit.outcome().status();
  }

  private static String name(AppointmentStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
