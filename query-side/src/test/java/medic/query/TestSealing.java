package medic.query;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import medic.personal.PatientKey;
import medic.personal.PatientKeys;
import medic.personal.PersonalDataModule;

/** Real sealing under keys in memory, and a set of erased subjects. */
final class TestSealing {

  static final Set<UUID> ERASED = ConcurrentHashMap.newKeySet();
  private static final Map<UUID, SecretKey> KEYS = new ConcurrentHashMap<>();

  private TestSealing() {}

  static PersonalDataModule module() {
    return new PersonalDataModule(
        new PatientKeys() {
          @Override
          public SecretKey forSealing(UUID subject) {
            return KEYS.computeIfAbsent(subject, any -> new SecretKeySpec(new byte[32], "AES"));
          }

          @Override
          public PatientKey forOpening(UUID subject) {
            return ERASED.contains(subject)
                ? new PatientKey.Destroyed()
                : new PatientKey.Usable(forSealing(subject));
          }
        });
  }
}
