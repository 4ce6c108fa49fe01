package medic.command.patient;

import medic.events.id.PatientId;
import medic.events.patient.ErasureGround;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forgets a patient for good, if no hold, retention or coming visit forbids it. */
public record ErasePatient(@TargetAggregateIdentifier PatientId patientId, ErasureGround ground) {}
