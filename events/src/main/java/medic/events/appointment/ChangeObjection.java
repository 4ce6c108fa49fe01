package medic.events.appointment;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a visit is not changed.
 *
 * @param detail the sentence that says so
 */
public record ChangeObjection(Code code, String detail) {

  /** Of a patient who was erased nothing new is kept, and no new time. */
  public static final ChangeObjection ERASED =
      new ChangeObjection(Code.PATIENT_ERASED, "This patient was erased.");

  /** Named like the codes that requests are refused with. */
  public enum Code {
    PATIENT_ERASED,
    INVALID_TRANSITION,
    RESCHEDULE_NOT_ALLOWED,
    RESCHEDULE_LIMIT_REACHED,
    TOO_SHORT_NOTICE
  }

  /** Only a visit of which anything may still become is moved. */
  public static Optional<ChangeObjection> toMoving(AppointmentStatus status) {
    return status.isOpen() ? Optional.empty() : Optional.of(to(status, "rescheduled"));
  }

  /**
   * @param wanted what a visit of this status cannot be any more, as in "cannot be rescheduled"
   */
  public static ChangeObjection to(AppointmentStatus status, String wanted) {
    return new ChangeObjection(
        Code.INVALID_TRANSITION,
        "An appointment that is "
            + status.name().toLowerCase(Locale.ROOT)
            + " cannot be "
            + wanted
            + ".");
  }
}
