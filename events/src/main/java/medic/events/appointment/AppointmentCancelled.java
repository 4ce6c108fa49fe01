package medic.events.appointment;

import medic.events.ActorType;
import medic.events.Remark;
import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A visit is called off; its slot is free. */
@Revision("1")
public record AppointmentCancelled(
    AppointmentId appointmentId,
    DoctorId doctorId,
    PatientId patientId,
    ActorType cancelledBy,
    @Nullable Personal<Remark> reason)
    implements AppointmentEvent {

  @Override
  public AppointmentStatus statusAfter() {
    return AppointmentStatus.CANCELLED;
  }
}
