package medic.events.patient;

import medic.events.id.PatientId;
import medic.personal.Personal;
import org.axonframework.serialization.Revision;

/** A patient's profile reads so from now on. */
@Revision("1")
public record PatientProfileRevised(PatientId patientId, Personal<PatientProfile> profile)
    implements PatientEvent {}
