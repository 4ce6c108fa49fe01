package medic.sagas.erasure;

import medic.events.id.PatientId;

/** A part of the system that keeps something of patients and can forget it. */
public interface Forgets {

  /** Forgets the patient; told twice, it changes nothing. A failure is thrown and tried again. */
  void forget(PatientId patient);
}
