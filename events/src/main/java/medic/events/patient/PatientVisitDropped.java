package medic.events.patient;

import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient's visit does not take place. */
@Revision("1")
public record PatientVisitDropped(PatientId patientId, AppointmentId appointmentId)
    implements PatientEvent {}
