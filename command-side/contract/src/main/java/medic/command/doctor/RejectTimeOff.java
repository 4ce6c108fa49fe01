package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Does not grant time off. */
public record RejectTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId, TimeOffId timeOffId, @Nullable String reason) {}
