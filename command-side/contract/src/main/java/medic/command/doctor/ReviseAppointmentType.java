package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts new terms in place of a kind of visit.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    AppointmentTypeDetails details,
    @Nullable String expected) {

  public ReviseAppointmentType(
      DoctorId doctorId, AppointmentTypeId appointmentTypeId, AppointmentTypeDetails details) {
    this(doctorId, appointmentTypeId, details, null);
  }
}
