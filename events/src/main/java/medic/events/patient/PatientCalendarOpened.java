package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient can have visits. */
@Revision("1")
public record PatientCalendarOpened(PatientId patientId) implements PatientEvent {}
