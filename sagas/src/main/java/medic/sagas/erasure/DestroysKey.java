package medic.sagas.erasure;

import java.time.Instant;
import medic.events.id.PatientId;

/** Makes unreadable for good what was sealed of a patient, wherever it lies. */
public interface DestroysKey {

  /**
   * Destroys the patient's key; told twice, it changes nothing. A failure is thrown and tried
   * again.
   *
   * @return when it was destroyed: {@code now}, or the time before when it had been
   */
  Instant destroy(PatientId patient, Instant now);
}
