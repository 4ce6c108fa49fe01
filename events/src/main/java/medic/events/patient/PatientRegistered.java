package medic.events.patient;

import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;

/** A patient is known here. */
@Revision("1")
public record PatientRegistered(PatientId patientId, Personal<PatientProfile> profile)
    implements PatientEvent {}
