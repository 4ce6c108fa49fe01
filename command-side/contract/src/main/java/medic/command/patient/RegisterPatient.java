package medic.command.patient;

import medic.events.id.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a patient known, under an id that is not reserved. */
public record RegisterPatient(
    @TargetAggregateIdentifier PatientId patientId, PatientDetails details) {

  public RegisterPatient {
    if (patientId.isReserved()) {
      throw new IllegalArgumentException("This id is reserved.");
    }
  }
}
