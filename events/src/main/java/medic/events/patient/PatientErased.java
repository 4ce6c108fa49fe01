package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient is to be forgotten: nothing new is accepted for them, and their key is destroyed. */
@Revision("1")
public record PatientErased(PatientId patientId, ErasureGround ground) implements PatientEvent {}
