package medic.query.audit.timeline;

import medic.events.id.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Who read a patient's data, the latest first. Answered with {@link PatientAccessView}; with
 * nothing when there is no such patient.
 */
public record FindPatientAccess(PatientId patientId, int limit, @Nullable String cursor) {}
