package medic.events.contract;

import java.nio.ByteBuffer;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import medic.personal.PatientKey;
import medic.personal.PatientKeys;

/** Every subject's key follows from its id, so that a snapshot can be opened for good. */
final class FixedKeys implements PatientKeys {
  @Override
  public SecretKey forSealing(UUID subject) {
    byte[] key =
        ByteBuffer.allocate(32)
            .putLong(subject.getMostSignificantBits())
            .putLong(subject.getLeastSignificantBits())
            .array();
    return new SecretKeySpec(key, "AES");
  }

  @Override
  public PatientKey forOpening(UUID subject) {
    return new PatientKey.Usable(forSealing(subject));
  }
}
