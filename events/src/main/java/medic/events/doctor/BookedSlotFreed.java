package medic.events.doctor;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** An appointment no longer takes its slot. */
@Revision("1")
public record BookedSlotFreed(DoctorId doctorId, AppointmentId appointmentId)
    implements DoctorScheduleEvent {}
