package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps a patient's data from being erased; a second one changes nothing. */
public record PlaceLegalHold(@TargetAggregateIdentifier PatientId patientId) {}
