package medic.command.rule;

import static medic.command.rule.Overridable.BY_COMMAND;
import static medic.command.rule.Overridable.BY_NAME;
import static medic.command.rule.Overridable.NEVER;
import static medic.command.rule.Overridable.NOT_BOUND;
import static medic.command.rule.Overridable.WITH_REASON;

import java.util.Arrays;
import java.util.Optional;
import medic.command.RefusalCode;
import medic.events.ActorType;
import medic.events.appointment.OverriddenRule;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a booking or a move must keep. The one table of who may override which: commands
 * are decided by it, and documentation, OpenAPI and the texts of refusals are made from it. The
 * engine itself overrides nothing.
 */
public enum Rule {
  NOTICE(
      RefusalCode.TOO_SHORT_NOTICE,
      OverriddenRule.NOTICE,
      WITH_REASON,
      "a visit starts at least its type's notice from now; the practice may put down one that began"
          + " up to twelve hours ago"),
  HORIZON(
      RefusalCode.TOO_FAR_AHEAD,
      OverriddenRule.HORIZON,
      WITH_REASON,
      "a visit starts at most its type's number of days from now"),
  MOVE_LIMIT(
      RefusalCode.RESCHEDULE_LIMIT_REACHED,
      OverriddenRule.MOVE_LIMIT,
      WITH_REASON,
      "a patient moves a visit as often as its type allows; the practice's moves do not count"),
  HOURS(
      RefusalCode.NOT_OFFERED,
      OverriddenRule.HOURS,
      BY_NAME,
      "a visit starts when hours or openings offer it, clear of breaks, blocks and time off"),
  INACTIVE_TYPE(
      RefusalCode.TYPE_INACTIVE,
      OverriddenRule.INACTIVE_TYPE,
      BY_NAME,
      "a visit is of a type that is active; nothing brings back one that was withdrawn"),
  CONFLICT(
      RefusalCode.SLOT_TAKEN,
      OverriddenRule.CONFLICT,
      BY_COMMAND,
      "a doctor has no more visits at a time than the hours allow, and none while busy elsewhere"),
  ROOM(RefusalCode.ROOM_TAKEN, null, NEVER, "a room holds no more visits at a time than fit"),
  PATIENT(RefusalCode.PATIENT_BUSY, null, NEVER, "a patient is at one visit at a time"),
  ROOM_FITS(RefusalCode.ROOM_UNSUITABLE, null, NEVER, "a room suits the visit's mode"),
  PLACE_FITS(RefusalCode.LOCATION_UNSUITABLE, null, NEVER, "a place is one of the type's"),
  DOCTOR_PRACTISES(RefusalCode.DOCTOR_LEFT, null, NEVER, "a doctor has not left the practice"),
  PLACE_OPEN(RefusalCode.LOCATION_CLOSED, null, NEVER, "a place of work is not closed"),
  ROOM_OPEN(RefusalCode.ROOM_CLOSED, null, NEVER, "a room is not closed"),
  REASON(
      RefusalCode.REASON_REQUIRED,
      null,
      NEVER,
      "a visit of a type that asks for a reason is booked with one"),
  REACHABLE(RefusalCode.CONTACT_MISSING, null, NEVER, "a patient who is to be called has a number"),
  MOVED_BY_PRACTICE(
      RefusalCode.RESCHEDULE_NOT_ALLOWED,
      null,
      NOT_BOUND,
      "patients move visits of types that let them"),
  OPEN_APPOINTMENTS(
      RefusalCode.TOO_MANY_OPEN_APPOINTMENTS,
      null,
      NOT_BOUND,
      "patients have no more visits to come than the practice's settings allow");

  private final RefusalCode code;
  private final @Nullable OverriddenRule onRecord;
  private final Overridable byPractice;
  private final String words;

  Rule(RefusalCode code, @Nullable OverriddenRule onRecord, Overridable byPractice, String words) {
    this.code = code;
    this.onRecord = onRecord;
    this.byPractice = byPractice;
    this.words = words;
  }

  /** The rule that a refusal with this code is by. */
  public static Optional<Rule> of(RefusalCode code) {
    return Arrays.stream(values()).filter(rule -> rule.code == code).findFirst();
  }

  /** How such a sender may override it: doctors for themselves, admins for all. */
  public Overridable by(ActorType sender) {
    return switch (sender) {
      case DOCTOR, ADMIN -> byPractice;
      case PATIENT, AUDITOR, SYSTEM -> NEVER;
    };
  }

  public RefusalCode code() {
    return code;
  }

  /** As it is put on record when it is overridden, if it can be. */
  public Optional<OverriddenRule> onRecord() {
    return Optional.ofNullable(onRecord);
  }

  /** What it asks. */
  public String words() {
    return words;
  }
}
