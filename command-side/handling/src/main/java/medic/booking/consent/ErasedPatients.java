package medic.booking.consent;

import medic.command.Refusal;
import medic.events.id.PatientId;

/** The patients of whom nothing new is kept. */
public interface ErasedPatients {

  /**
   * Asked within a decision, so that an erasure at the same time comes before it or after it.
   *
   * @throws Refusal NOT_FOUND where there is no such patient
   */
  boolean include(PatientId patient);
}
