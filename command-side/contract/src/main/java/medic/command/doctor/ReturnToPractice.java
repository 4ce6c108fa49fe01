package medic.command.doctor;

import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a doctor who left practise here again.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReturnToPractice(
    @TargetAggregateIdentifier DoctorId doctorId, @Nullable String expected) {}
