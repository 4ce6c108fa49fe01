package medic.sagas.messages.channels.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a push for one browser: RFC 8291 (message encryption for Web Push) over RFC 8188
 * (aes128gcm), in one record, by the JDK's primitives. The RFC's own example is its test.
 */
final class PushEncryption {

  private static final String HMAC = "HmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int SECRET_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final int RECORD_SIZE = 4096;
  private static final byte LAST_RECORD = 2;

  private PushEncryption() {}

  /** The body of a push, under a key and a salt that are used once. */
  static byte[] encrypt(byte[] clear, ECPublicKey browser, byte[] auth, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(PushKeys.CURVE), random);
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      return encrypt(clear, browser, auth, generator.generateKeyPair(), salt);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java runtime cannot encrypt pushes", missing);
    }
  }

  static byte[] encrypt(byte[] clear, ECPublicKey browser, byte[] auth, KeyPair ours, byte[] salt)
      throws GeneralSecurityException {
    byte[] sender = PushKeys.write((ECPublicKey) ours.getPublic());
    byte[] input = inputKey(browser, auth, ours, sender);
    byte[] key = derive(salt, input, text("Content-Encoding: aes128gcm\0"), KEY_BYTES);
    byte[] nonce = derive(salt, input, text("Content-Encoding: nonce\0"), NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] padded = Arrays.copyOf(clear, clear.length + 1);
    padded[clear.length] = LAST_RECORD;
    byte[] sealed = cipher.doFinal(padded);
    return ByteBuffer.allocate(SALT_BYTES + 5 + sender.length + sealed.length)
        .put(salt)
        .putInt(RECORD_SIZE)
        .put((byte) sender.length)
        .put(sender)
        .put(sealed)
        .array();
  }

  private static byte[] inputKey(ECPublicKey browser, byte[] auth, KeyPair ours, byte[] sender)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ours.getPrivate());
    agreement.doPhase(browser, true);
    byte[] info = joined(text("WebPush: info\0"), joined(PushKeys.write(browser), sender));
    return derive(auth, agreement.generateSecret(), info, SECRET_BYTES);
  }

  /** HKDF-SHA256 (RFC 5869) for at most 32 bytes: extract, then one step of expand. */
  private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] pseudoRandomKey = hmac(salt, input);
    return Arrays.copyOf(hmac(pseudoRandomKey, joined(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(data);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
