package medic.events.appointment;

import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The patient did not come. */
@Revision("1")
public record AppointmentMissed(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    @Nullable Personal<Remark> reason)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.NO_SHOW;
  }
}
