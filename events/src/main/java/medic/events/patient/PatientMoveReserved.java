package medic.events.patient;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/** A patient keeps [startsAt, endsAt) free for a visit that they ask to move there. */
@Revision("1")
public record PatientMoveReserved(
    PatientId patientId, AppointmentId appointmentId, Instant startsAt, Instant endsAt)
    implements PatientEvent {}
