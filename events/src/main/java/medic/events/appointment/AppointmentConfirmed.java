package medic.events.appointment;

import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A pending visit is agreed. */
@Revision("1")
public record AppointmentConfirmed(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    @Nullable Personal<Remark> reason)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.CONFIRMED;
  }
}
