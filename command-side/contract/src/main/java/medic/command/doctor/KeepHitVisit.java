package medic.command.doctor;

import medic.events.id.AppointmentId;
import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets a visit take place although its time is taken. */
public record KeepHitVisit(
    @TargetAggregateIdentifier DoctorId doctorId,
    AppointmentId appointmentId,
    @Nullable String reason) {}
