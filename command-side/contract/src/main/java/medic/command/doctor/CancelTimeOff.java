package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws time off, asked for or granted.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record CancelTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId,
    TimeOffId timeOffId,
    @Nullable String reason,
    @Nullable String expected) {

  public CancelTimeOff(DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason) {
    this(doctorId, timeOffId, reason, null);
  }
}
