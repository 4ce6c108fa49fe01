package medic.query.patients;

import medic.events.id.PatientId;

/** Whether a patient is kept or forgotten. Answered with {@link ErasureView}. */
public record FindErasure(PatientId patientId) {}
