package medic.events.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.serialization.Revision;

/** A kind of visit is offered on these terms, new or in place of its earlier ones. */
@Revision("1")
public record AppointmentTypeDefined(
    DoctorId doctorId, AppointmentTypeId appointmentTypeId, AppointmentTerms terms)
    implements DoctorScheduleEvent {}
