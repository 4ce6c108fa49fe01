package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient can have visits, and can be reached so. */
@Revision("1")
public record PatientCalendarOpened(PatientId patientId, boolean hasEmail, boolean hasPhone)
    implements PatientEvent {}
