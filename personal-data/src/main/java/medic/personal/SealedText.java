package medic.personal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** The stored form, {@code p1.<subject>.<base64url>}, taken apart. */
record SealedText(UUID subject, String box) {

  private static final String VERSION = "p1";
  private static final int UUID_LENGTH = 36;
  private static final int BOX_AT = VERSION.length() + UUID_LENGTH + 2;

  static String write(UUID subject, byte[] box) {
    return prefix(subject) + Base64.getUrlEncoder().withoutPadding().encodeToString(box);
  }

  /**
   * @throws IllegalArgumentException when the text has not this form; it never quotes the text
   */
  static SealedText parse(String text) {
    if (text.length() <= BOX_AT) {
      throw new IllegalArgumentException("not sealed personal data");
    }
    UUID subject = UUID.fromString(text.substring(VERSION.length() + 1, BOX_AT - 1));
    if (!text.startsWith(prefix(subject))) {
      throw new IllegalArgumentException("not sealed personal data of a known version");
    }
    return new SealedText(subject, text.substring(BOX_AT));
  }

  /** What the ciphertext is bound to beside its key. */
  static byte[] associated(UUID subject, String label) {
    return (prefix(subject) + label).getBytes(StandardCharsets.UTF_8);
  }

  /** The decoded box; a second spelling of the same bytes is refused. */
  byte[] bytes() {
    byte[] encoded = box.getBytes(StandardCharsets.US_ASCII);
    byte[] decoded = Base64.getUrlDecoder().decode(encoded);
    if (!Arrays.equals(encoded, Base64.getUrlEncoder().withoutPadding().encode(decoded))) {
      throw new IllegalArgumentException("not the one spelling of its bytes");
    }
    return decoded;
  }

  private static String prefix(UUID subject) {
    return VERSION + "." + subject + ".";
  }
}
