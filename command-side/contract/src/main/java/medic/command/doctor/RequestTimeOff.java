package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for time off. */
public record RequestTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId, TimeOffDetails details) {}
