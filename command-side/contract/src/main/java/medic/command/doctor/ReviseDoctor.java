package medic.command.doctor;

import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts other details in place of those that a doctor is known by.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record ReviseDoctor(
    @TargetAggregateIdentifier DoctorId doctorId,
    DoctorDetails details,
    @Nullable String expected) {}
