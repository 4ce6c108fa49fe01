package medic.events.patient;

import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient no longer keeps the time free that they asked to move a visit to. */
@Revision("1")
public record PatientMoveReleased(PatientId patientId, AppointmentId appointmentId)
    implements PatientEvent {}
