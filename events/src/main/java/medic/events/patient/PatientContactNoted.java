package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** How a patient can be reached from now on. */
@Revision("1")
public record PatientContactNoted(PatientId patientId, boolean hasEmail, boolean hasPhone)
    implements PatientEvent {}
