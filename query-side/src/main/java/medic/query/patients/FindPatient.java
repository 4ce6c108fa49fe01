package medic.query.patients;

import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A patient's profile; asked by a doctor, only if they treat the patient or broke the glass.
 * Answered with {@link PatientView}.
 */
public record FindPatient(PatientId patientId, @Nullable DoctorId onBehalfOf) {}
