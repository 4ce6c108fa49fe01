package medic.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * Finds a text again without keeping it: HMAC-SHA256 under a key that is wrapped by the master key,
 * as patients' keys are. The key outlives every rotation, and so do the hashes; without it nobody
 * can tell what was hashed, or try what it may have been.
 */
public final class KeyedHashes {

  private static final String HMAC = "HmacSHA256";

  private final PatientKeys keys;

  public KeyedHashes(PatientKeys keys) {
    this.keys = keys;
  }

  /** Of a text for one purpose, such as {@code login}; equal texts for another differ. */
  public byte[] of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(keys.forSealing(JdbcPatientKeys.HASHES));
      mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java runtime cannot do " + HMAC, missing);
    }
  }
}
