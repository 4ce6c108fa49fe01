package medic.command.doctor;

import medic.events.id.DoctorId;
import medic.events.id.TimeOffId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts another stretch of time, or another reason, in place of those of time off; once granted,
 * only an admin does.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseTimeOff(
    @TargetAggregateIdentifier DoctorId doctorId,
    TimeOffId timeOffId,
    TimeOffDetails details,
    @Nullable String expected) {}
