package medic.sagas.messages.contacts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of this practice's messages; what is made of it differs by purpose. */
public final class SagaSecret {

  private static final String HMAC = "HmacSHA256";
  private static final int MIN_LENGTH = 32;

  private final byte[] secret;

  /**
   * @param secret at least 32 bytes, the same in all processes
   */
  public SagaSecret(byte[] secret) {
    if (secret.length < MIN_LENGTH) {
      throw new IllegalArgumentException("a secret of at least " + MIN_LENGTH + " bytes is needed");
    }
    this.secret = secret.clone();
  }

  /** HMAC-SHA256 of the text under a key for this purpose only. */
  public byte[] sign(String purpose, String text) {
    return hmac(hmac(secret, purpose), text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java runtime cannot do " + HMAC, missing);
    }
  }

  @Override
  public String toString() {
    return "SagaSecret";
  }
}
