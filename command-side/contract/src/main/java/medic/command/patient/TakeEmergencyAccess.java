package medic.command.patient;

import medic.events.id.DoctorId;
import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens a patient's profile for a while to a doctor who does not treat them. Answered with {@link
 * EmergencyAccessOutcome}; the same request sent twice opens it once.
 *
 * @param reason why, in the doctor's words; the patient is shown it
 */
public record TakeEmergencyAccess(
    @TargetAggregateIdentifier PatientId patientId, DoctorId doctorId, String reason) {

  @Override
  public String toString() {
    return "TakeEmergencyAccess[" + patientId + ", " + doctorId + "]";
  }
}
