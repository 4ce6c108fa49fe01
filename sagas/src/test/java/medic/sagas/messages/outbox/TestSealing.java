package medic.sagas.messages.outbox;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import medic.personal.MissingPatientKeyException;
import medic.personal.PatientKey;
import medic.personal.PatientKeys;
import medic.personal.PersonalDataModule;

/**
 * Real sealing under a key in memory, and sets of subjects that are erased, or whose key is lost.
 */
public final class TestSealing {

  public static final Set<UUID> ERASED = ConcurrentHashMap.newKeySet();
  public static final Set<UUID> LOST = ConcurrentHashMap.newKeySet();
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

  private TestSealing() {}

  public static PersonalDataModule module() {
    return new PersonalDataModule(
        new PatientKeys() {
          @Override
          public SecretKey forSealing(UUID subject) {
            return KEY;
          }

          @Override
          public PatientKey forOpening(UUID subject) {
            if (LOST.contains(subject)) {
              throw new MissingPatientKeyException(subject);
            }
            return ERASED.contains(subject)
                ? new PatientKey.Destroyed()
                : new PatientKey.Usable(KEY);
          }
        });
  }
}
