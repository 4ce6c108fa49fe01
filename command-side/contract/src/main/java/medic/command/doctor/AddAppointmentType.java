package medic.command.doctor;

import medic.events.claim.ClaimedFor;
import medic.events.id.AppointmentTypeId;
import medic.events.id.ClaimedId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Offers a new kind of visit. */
public record AddAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    AppointmentTypeDetails details)
    implements ClaimsId {

  @Override
  public ClaimedId claimedId() {
    return new ClaimedId(appointmentTypeId.value());
  }

  @Override
  public ClaimedFor claimedFor() {
    return ClaimedFor.APPOINTMENT_TYPE;
  }
}
