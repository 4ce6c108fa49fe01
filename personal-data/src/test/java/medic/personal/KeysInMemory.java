package medic.personal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys for tests; {@code asked} counts how often one was wanted. */
final class KeysInMemory implements PatientKeys {

  private final Map<UUID, PatientKey> keys = new ConcurrentHashMap<>();
  int asked;

  @Override
  public SecretKey forSealing(UUID subject) {
    asked++;
    PatientKey key = keys.computeIfAbsent(subject, KeysInMemory::newKey);
    if (key instanceof PatientKey.Usable usable) {
      return usable.key();
    }
    throw new SubjectErasedException(subject);
  }

  @Override
  public PatientKey forOpening(UUID subject) {
    asked++;
    PatientKey key = keys.get(subject);
    if (key == null) {
      throw new MissingPatientKeyException(subject);
    }
    return key;
  }

  void destroy(UUID subject) {
    keys.put(subject, new PatientKey.Destroyed());
  }

  private static PatientKey newKey(UUID subject) {
    byte[] key = new byte[32];
    key[0] = (byte) subject.hashCode();
    key[1] = (byte) (subject.hashCode() >> 8);
    return new PatientKey.Usable(new SecretKeySpec(key, "AES"));
  }
}
