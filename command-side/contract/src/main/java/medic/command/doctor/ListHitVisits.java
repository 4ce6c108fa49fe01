package medic.command.doctor;

import medic.events.id.DoctorId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the visits that lie in taken time and about which nobody has decided. */
public record ListHitVisits(@TargetAggregateIdentifier DoctorId doctorId) {}
