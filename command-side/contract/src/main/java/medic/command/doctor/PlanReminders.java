package medic.command.doctor;

import java.util.List;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says how many hours before its start a kind of visit is reminded of; never, with none. */
public record PlanReminders(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentTypeId appointmentTypeId,
    List<Integer> hoursBefore) {}
