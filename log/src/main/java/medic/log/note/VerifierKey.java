package medic.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a log's key, as text {@code <name>+<hash>+<base64 of 1 and the Ed25519 key>},
 * the form that C2SP's signed notes use. The name is the log's.
 */
public final class VerifierKey {

  static final byte ED25519 = 1;
  static final int KEY_BYTES = 32;
  static final int ID_BYTES = 4;
  static final int SIGNATURE_BYTES = 64;

  /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;
  private final PublicKey publicKey;

  VerifierKey(String name, byte[] key) {
    if (!isName(name) || key.length != KEY_BYTES) {
      throw new IllegalArgumentException("not the name and the key of a log");
    }
    this.name = name;
    this.key = key.clone();
    this.publicKey = decode(key);
  }

  /**
   * @throws IllegalArgumentException when it is no such text; the message does not quote it
   */
  public static VerifierKey parse(String text) {
    // The base64 may hold further plus signs.
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a log's key reads <name>+<hash>+<base64>");
    }
    VerifierKey parsed = new VerifierKey(parts[0], keyIn(parts[2]));
    if (!parsed.id().equals(parts[1])) {
      throw new IllegalArgumentException("the key of " + parts[0] + " does not fit its hash");
    }
    return parsed;
  }

  /** What follows the byte that says Ed25519. */
  static byte[] keyIn(String base64) {
    byte[] tagged = Base64.getDecoder().decode(base64);
    if (tagged.length != 1 + KEY_BYTES || tagged[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key");
    }
    return Arrays.copyOfRange(tagged, 1, tagged.length);
  }

  static boolean isName(String name) {
    return !name.isEmpty() && name.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c));
  }

  private static PublicKey decode(byte[] key) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
    System.arraycopy(key, 0, encoded, X509.length, key.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not an Ed25519 key", unusable);
    }
  }

  public String name() {
    return name;
  }

  /** The first four bytes, in hexadecimal, of the hash over name and key. */
  public String id() {
    return HexFormat.of().formatHex(idBytes());
  }

  byte[] idBytes() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update(ED25519);
      return Arrays.copyOf(digest.digest(key), ID_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  boolean signed(byte[] text, byte[] signature) {
    try {
      Signature verifying = Signature.getInstance("Ed25519");
      verifying.initVerify(publicKey);
      verifying.update(text);
      return verifying.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** As text, which {@link #parse} reads. */
  @Override
  public String toString() {
    byte[] tagged = new byte[1 + KEY_BYTES];
    tagged[0] = ED25519;
    System.arraycopy(key, 0, tagged, 1, KEY_BYTES);
    return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(tagged);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
