package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient's data must be kept, whoever asks for its erasure. */
@Revision("1")
public record LegalHoldPlaced(PatientId patientId) implements PatientEvent {}
