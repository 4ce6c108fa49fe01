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

/** A pending visit is refused; its slot is free. With a {@code cause} nobody refused it. */
@Revision("1")
public record AppointmentDeclined(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    @Nullable Personal<Remark> reason,
    @JsonInclude(Include.NON_NULL) @Nullable DeclineCause cause)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.DECLINED;
  }
}
