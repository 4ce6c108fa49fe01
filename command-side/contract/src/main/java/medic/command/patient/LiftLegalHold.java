package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a patient's data be erased again. */
public record LiftLegalHold(@TargetAggregateIdentifier PatientId patientId) {}
