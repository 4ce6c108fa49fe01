package medic.log.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A log's Ed25519 key, as text {@code PRIVATE+KEY+<name>+<hash>+<base64 of 1 and the seed>}, the
 * form that Go's note package writes.
 */
public final class SigningKey implements Signer {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int NAME_BYTES = 6;

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final VerifierKey verifier;

  SigningKey(String name, byte[] seed) {
    this.seed = seed.clone();
    try {
      this.privateKey =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      this.verifier = new VerifierKey(name, publicKeyOf(seed));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not an Ed25519 key");
    }
  }

  /** A new key under a new name. */
  public static SigningKey generate(RandomGenerator random) {
    byte[] name = new byte[NAME_BYTES];
    byte[] seed = new byte[VerifierKey.KEY_BYTES];
    random.nextBytes(name);
    random.nextBytes(seed);
    return new SigningKey("medic/log/" + HexFormat.of().formatHex(name), seed);
  }

  /**
   * @throws IllegalArgumentException when it is no such text; the message does not quote it
   */
  public static SigningKey parse(String text) {
    String stripped = text.strip();
    String[] parts =
        stripped.startsWith(PREFIX)
            ? stripped.substring(PREFIX.length()).split("\\+", 3)
            : new String[0];
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "a log's signing key reads " + PREFIX + "<name>+<hash>+<base64>");
    }
    SigningKey parsed = new SigningKey(parts[0], VerifierKey.keyIn(parts[2]));
    if (!parsed.verifier.id().equals(parts[1])) {
      throw new IllegalArgumentException(
          "the signing key of " + parts[0] + " does not fit its hash");
    }
    return parsed;
  }

  /** The JDK derives a public key only while it makes a pair, from 32 bytes that it is dealt. */
  private static byte[] publicKeyOf(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
    pairs.initialize(NamedParameterSpec.ED25519, new Dealt(seed));
    KeyPair pair = pairs.generateKeyPair();
    EdECPublicKey publicKey = (EdECPublicKey) pair.getPublic();
    byte[] y = publicKey.getPoint().getY().toByteArray();
    byte[] key = new byte[VerifierKey.KEY_BYTES];
    for (int i = 0; i < Math.min(y.length, key.length); i++) {
      key[i] = y[y.length - 1 - i];
    }
    if (publicKey.getPoint().isXOdd()) {
      key[key.length - 1] |= (byte) 0x80;
    }
    return key;
  }

  @Override
  public String sign(String text) {
    SignedNote.check(text);
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(privateKey);
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return SignedNote.of(text, verifier, signing.sign()).toString();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }

  @Override
  public VerifierKey verifier() {
    return verifier;
  }

  /** The secret itself, as text. */
  public String secret() {
    byte[] tagged = new byte[1 + seed.length];
    tagged[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, tagged, 1, seed.length);
    return PREFIX
        + verifier.name()
        + "+"
        + verifier.id()
        + "+"
        + Base64.getEncoder().encodeToString(tagged);
  }

  @Override
  public String toString() {
    return "the signing key of " + verifier.name();
  }

  /** Gives out bytes that were drawn before. */
  private static final class Dealt extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    Dealt(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] wanted) {
      System.arraycopy(bytes, 0, wanted, 0, wanted.length);
    }
  }
}
