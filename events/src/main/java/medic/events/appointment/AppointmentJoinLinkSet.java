package medic.events.appointment;

import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A video visit is joined at an https address of its own; absent, at the one of its type. The
 * visit's status and time stay.
 */
@Revision("1")
public record AppointmentJoinLinkSet(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentStatus status,
    @Nullable Personal<Remark> joinLink)
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
