package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Grants time off; visits booked in it stay. */
public record ApproveTimeOff(@TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId) {}
