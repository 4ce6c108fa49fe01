package medic.events.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A move that was asked for is refused: the visit stays where it is, the other time is free. */
@Revision("1")
public record AppointmentMoveDeclined(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    @JsonInclude(Include.NON_NULL) @Nullable Personal<Remark> reason,
    @JsonInclude(Include.NON_NULL) @Nullable DeclineCause cause)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.CONFIRMED;
  }
}
