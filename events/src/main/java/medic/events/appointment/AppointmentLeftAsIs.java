package medic.events.appointment;

import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A request under a key asked for what is so already. It changes nothing, and is kept so that the
 * same request is known when it arrives again, after something else was changed.
 */
@Revision("1")
public record AppointmentLeftAsIs(
    AppointmentId appointmentId, DoctorId doctorId, PatientId patientId, AppointmentStatus status)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return status;
  }

  @Override
  public @Nullable Personal<Remark> reason() {
    return null;
  }

  @Override
  public boolean changesCourse() {
    return false;
  }
}
