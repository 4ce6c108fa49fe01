package medic.command.doctor;

import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a doctor practise here no longer; visits booked stay until somebody decides about them.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record LeavePractice(
    @TargetAggregateIdentifier DoctorId doctorId,
    @Nullable String reason,
    @Nullable String expected) {}
