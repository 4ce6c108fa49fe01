package medic.sagas.erasure;

import java.time.Instant;
import medic.events.id.PatientId;

/** A part of the system that keeps something of patients and can forget it. */
public interface Forgets {

  /**
   * Forgets the patient; told twice, it changes nothing. A failure is thrown and tried again.
   *
   * @param at when it is forgotten, as the receipt will say
   */
  void forget(PatientId patient, Instant at);
}
