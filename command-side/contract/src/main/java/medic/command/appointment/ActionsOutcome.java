package medic.command.appointment;

import java.time.Instant;
import java.util.List;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/** What somebody may do with a visit, each action once, decided as its command would be. */
public record ActionsOutcome(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTypeId appointmentTypeId,
    List<Action> actions) {

  /**
   * @param from where it is too early: when it may be done
   * @param until before when it may be done, if nothing else changes; null where time sets no limit
   * @param movesLeft how often the patient may still move it; null where there is no limit, or
   *     where it is not about moving
   * @param reasonRequired whether it is allowed with a reason only
   * @param code why it is refused, or would be without a reason: the code of the command's refusal,
   *     {@code FORBIDDEN} where such a caller never does this; else null
   * @param detail the same for people
   */
  public record Action(
      AppointmentAction action,
      boolean allowed,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Integer movesLeft,
      boolean reasonRequired,
      @Nullable String code,
      @Nullable String detail) {}
}
