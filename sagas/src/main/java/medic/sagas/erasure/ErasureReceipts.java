package medic.sagas.erasure;

import java.time.Instant;
import medic.events.id.PatientId;

/** Bears witness that a patient was forgotten. */
public interface ErasureReceipts {

  /**
   * A signed note (C2SP) that names patient and time, or an empty text where nothing can be signed.
   */
  String receipt(PatientId patient, Instant destroyedAt);
}
