package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Grants time off; visits booked in it stay.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ApproveTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId, @Nullable String expected) {

  public ApproveTimeOff(DoctorId doctorId, TimeOffId timeOffId) {
    this(doctorId, timeOffId, null);
  }
}
