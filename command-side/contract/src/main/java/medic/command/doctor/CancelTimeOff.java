package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Withdraws time off, asked for or granted. */
public record CancelTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason) {}
