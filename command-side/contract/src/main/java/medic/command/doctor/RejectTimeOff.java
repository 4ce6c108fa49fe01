package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Does not grant time off.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record RejectTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId,
    TimeOffId timeOffId,
    @Nullable String reason,
    @Nullable String expected) {

  public RejectTimeOff(DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason) {
    this(doctorId, timeOffId, reason, null);
  }
}
