package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient's data need not be kept any longer. */
@Revision("1")
public record LegalHoldLifted(PatientId patientId) implements PatientEvent {}
