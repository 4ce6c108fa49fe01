package medic.log.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text and the signatures under it, in the form of C2SP's signed-note: the text's lines, an empty
 * line, and a line {@code — <name> <base64 of key id and signature>} for each signature.
 */
public final class SignedNote {

  private static final String DASH = "\u2014 ";

  private final String text;
  private final List<String> signatures;

  private SignedNote(String text, List<String> signatures) {
    this.text = text;
    this.signatures = signatures;
  }

  static SignedNote of(String text, VerifierKey key, byte[] signature) {
    byte[] id = key.idBytes();
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    return new SignedNote(
        text, List.of(key.name() + " " + Base64.getEncoder().encodeToString(both)));
  }

  /**
   * @throws IllegalArgumentException when it is no signed note
   */
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("not a signed note");
    }
    String text = note.substring(0, end + 1);
    check(text);
    List<String> signatures = new ArrayList<>();
    for (String line : note.substring(end + 2).split("\n", 0)) {
      if (!line.startsWith(DASH)) {
        throw new IllegalArgumentException("a signed note ends with signatures");
      }
      signatures.add(line.substring(DASH.length()));
    }
    return new SignedNote(text, signatures);
  }

  static void check(String text) {
    boolean plain = text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f);
    if (text.isEmpty() || !text.endsWith("\n") || !plain) {
      throw new IllegalArgumentException("the text of a note is lines without control characters");
    }
  }

  /**
   * The text, once it is known who signed it.
   *
   * @throws UnsignedException when the key's holder did not sign it
   */
  public String text(VerifierKey key) throws UnsignedException {
    if (signatures.stream().noneMatch(line -> isOf(key, line))) {
      throw new UnsignedException("not signed by " + key.name());
    }
    return text;
  }

  private boolean isOf(VerifierKey key, String line) {
    if (!line.startsWith(key.name() + " ")) {
      return false;
    }
    byte[] both = decoded(line.substring(key.name().length() + 1));
    return both.length == VerifierKey.ID_BYTES + VerifierKey.SIGNATURE_BYTES
        && Arrays.equals(key.idBytes(), Arrays.copyOf(both, VerifierKey.ID_BYTES))
        && key.signed(
            text.getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(both, VerifierKey.ID_BYTES, both.length));
  }

  /** Nothing where it is not exactly what an encoder writes: no signature has two spellings. */
  private static byte[] decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes : new byte[0];
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(line -> note.append(DASH).append(line).append('\n'));
    return note.toString();
  }
}
