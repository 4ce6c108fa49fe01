package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a new profile in place of a patient's. */
public record RevisePatientProfile(
    @TargetAggregateIdentifier PatientId patientId, PatientDetails details) {}
