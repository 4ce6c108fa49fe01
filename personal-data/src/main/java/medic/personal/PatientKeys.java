package medic.personal;

import java.util.Collection;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The keys under which personal data is sealed, one a subject. */
public interface PatientKeys {

  /**
   * The key to seal new data under. Made and committed when the subject has none yet, so that
   * nothing is ever stored under a key that could still be rolled back.
   *
   * @throws SubjectErasedException when the subject's key was destroyed
   */
  SecretKey forSealing(UUID subject);

  /**
   * The key to open stored data with, or the fact that it was destroyed.
   *
   * @throws MissingPatientKeyException when the store knows nothing of the subject: a fault, such
   *     as a restore without the keys, and never read as an erasure
   */
  PatientKey forOpening(UUID subject);

  /** Has the keys of many subjects at hand for a moment, to open what is stored of them. */
  default void fetch(Collection<UUID> subjects) {}
}
