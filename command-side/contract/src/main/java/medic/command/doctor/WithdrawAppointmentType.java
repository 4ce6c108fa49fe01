package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Offers a kind of visit no longer; visits booked stay.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record WithdrawAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    @Nullable String expected) {

  public WithdrawAppointmentType(DoctorId doctorId, AppointmentTypeId appointmentTypeId) {
    this(doctorId, appointmentTypeId, null);
  }
}
