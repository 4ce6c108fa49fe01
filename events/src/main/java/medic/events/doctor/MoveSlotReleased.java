package medic.events.doctor;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** The slot that was kept for a visit's move no longer is. */
@Revision("1")
public record MoveSlotReleased(DoctorId doctorId, AppointmentId appointmentId)
    implements DoctorScheduleEvent {}
