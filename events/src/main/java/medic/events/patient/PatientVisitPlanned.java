package medic.events.patient;

import java.time.Instant;
import medic.events.id.AppointmentId;
import medic.events.id.PatientId;
import org.axonframework.serialization.Revision;

/**
 * A patient is at a visit during [startsAt, endsAt), in place of any earlier time of the same
 * appointment.
 */
@Revision("1")
public record PatientVisitPlanned(
    PatientId patientId, AppointmentId appointmentId, Instant startsAt, Instant endsAt)
    implements PatientEvent {}
