package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Offers a new kind of visit. */
public record AddAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    AppointmentTypeDetails details) {}
