package medic.booking.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import medic.http.Caller;

/**
 * What is stored of a client's idempotency key: enough to know it again from the same caller. A
 * client may have put anything into it, a patient's name too, and events are kept for good.
 */
final class KeyDigest {

  private static final int BYTES = 18;

  private KeyDigest() {}

  static String of(String key, Caller caller) {
    String text = caller.role() + "\n" + caller.actorId() + "\n" + key;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
