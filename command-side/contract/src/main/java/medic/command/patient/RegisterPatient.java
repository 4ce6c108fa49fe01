package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a patient known. */
public record RegisterPatient(
    @TargetAggregateIdentifier PatientId patientId, PatientDetails details) {}
