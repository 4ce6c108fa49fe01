package medic.events.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** A kind of visit is no longer offered. */
@Revision("1")
public record AppointmentTypeWithdrawn(DoctorId doctorId, AppointmentTypeId appointmentTypeId)
    implements DoctorScheduleEvent {}
