package medic.command.doctor;

import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Offers a kind of visit no longer; visits booked stay. */
public record WithdrawAppointmentType(
    @TargetAggregateIdentifier DoctorId doctorId, AppointmentTypeId appointmentTypeId) {}
