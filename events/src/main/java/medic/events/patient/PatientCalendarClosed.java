package medic.events.patient;

import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** No more visits can be planned for a patient. */
@Revision("1")
public record PatientCalendarClosed(PatientId patientId) implements PatientEvent {}
