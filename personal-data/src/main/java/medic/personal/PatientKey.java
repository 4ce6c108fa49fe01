package medic.personal;

import javax.crypto.SecretKey;

/** What is left of a subject's key. */
public sealed interface PatientKey {

  /** The key itself: 256 bits, for AES. */
  record Usable(SecretKey key) implements PatientKey {
    @Override
    public String toString() {
      return "Usable";
    }
  }

  /** The subject was erased: the key is gone for good. */
  record Destroyed() implements PatientKey {}
}
