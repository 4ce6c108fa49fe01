package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts new terms in place of a kind of visit. */
public record ReviseAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    AppointmentTypeDetails details) {}
