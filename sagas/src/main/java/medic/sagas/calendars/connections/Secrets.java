package medic.sagas.calendars.connections;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import medic.events.Sha256;
import org.springframework.stereotype.Component;

/** Makes words that nobody can guess, and what is kept of them. */
@Component
public class Secrets {

  private static final int BYTES = 32;

  private final RandomGenerator random;

  Secrets(RandomGenerator random) {
    this.random = random;
  }

  /** 256 random bits, as 43 characters that a URL takes as they are. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  public static byte[] hash(String secret) {
    return Sha256.of(secret);
  }

  /** Compares in a time that tells nothing. */
  public static boolean matches(String secret, byte[] hash) {
    return MessageDigest.isEqual(hash(secret), hash);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
