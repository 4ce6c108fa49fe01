package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new profile in place of a patient's.
 *
 * @param expected the version that was read; null for whichever there is
 */
public record RevisePatientProfile(
    @TargetAggregateIdentifier PatientId patientId,
    PatientDetails details,
    @Nullable String expected) {

  public RevisePatientProfile(PatientId patientId, PatientDetails details) {
    this(patientId, details, null);
  }
}
