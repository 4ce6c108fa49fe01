package medic.command.patient;

import java.time.Instant;
import medic.events.id.DoctorId;
import medic.events.id.PatientId;

/** Until when a doctor may read a profile. */
public record EmergencyAccessOutcome(PatientId patientId, DoctorId doctorId, Instant until) {}
