package medic.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a random 96-bit nonce in front and the 128-bit tag behind. */
final class AesGcm {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static byte[] seal(SecretKey key, byte[] clear, byte[] associated) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, ByteBuffer.wrap(nonce), clear, associated);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws PersonalDataTamperedException when the box was not sealed so
   */
  static byte[] open(SecretKey key, byte[] box, byte[] associated) {
    if (box.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new PersonalDataTamperedException(null);
    }
    ByteBuffer in = ByteBuffer.wrap(box);
    byte[] sealed = new byte[box.length - NONCE_BYTES];
    ByteBuffer nonce = in.slice(0, NONCE_BYTES);
    in.get(NONCE_BYTES, sealed);
    return run(Cipher.DECRYPT_MODE, key, nonce, sealed, associated);
  }

  private static byte[] run(
      int mode, SecretKey key, ByteBuffer nonce, byte[] input, byte[] associated) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      byte[] iv = new byte[NONCE_BYTES];
      nonce.get(iv);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(associated);
      return cipher.doFinal(input);
    } catch (AEADBadTagException notSealedSo) {
      throw new PersonalDataTamperedException(notSealedSo);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java runtime cannot do AES-GCM", missing);
    }
  }
}
