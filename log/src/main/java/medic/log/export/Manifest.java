package medic.log.export;

import java.util.Base64;
import medic.log.note.SignedNote;
import medic.log.note.Signer;
import medic.log.note.UnsignedException;
import medic.log.note.VerifierKey;

/**
 * What was asked for and how much was answered, signed by the log: a line taken out of the file or
 * put into it does not go unnoticed.
 *
 * @param filter the request's parameters; empty for the whole log
 * @param entries how many
 * @param size of the checkpoint that all entries are under
 * @param events how many events the log holds, under that checkpoint, of the one stream that the
 *     filter asks for; 0 when it asks for anything else
 * @param digest SHA-256 over the file's bytes before the manifest's line
 */
record Manifest(String filter, long entries, long size, long events, byte[] digest) {

  private static final String KIND = "medic/export/1";
  private static final int LINES = 7;

  String sign(Signer signer) {
    return signer.sign(
        String.join(
            "\n",
            KIND,
            signer.verifier().name(),
            "filter " + filter,
            "entries " + entries,
            "checkpoint " + size,
            "events " + events,
            "sha256 " + Base64.getEncoder().encodeToString(digest),
            ""));
  }

  /**
   * @throws UnsignedException when the log signed nothing of the kind
   */
  static Manifest open(String note, VerifierKey key) throws UnsignedException {
    try {
      String[] lines = SignedNote.parse(note).text(key).split("\n", -1);
      if (lines.length <= LINES || !lines[0].equals(KIND) || !lines[1].equals(key.name())) {
        throw new UnsignedException("not an export's manifest");
      }
      return new Manifest(
          after("filter ", lines[2]),
          Long.parseLong(after("entries ", lines[3])),
          Long.parseLong(after("checkpoint ", lines[4])),
          Long.parseLong(after("events ", lines[5])),
          Base64.getDecoder().decode(after("sha256 ", lines[6])));
    } catch (IllegalArgumentException malformed) {
      throw new UnsignedException("not an export's manifest");
    }
  }

  private static String after(String name, String line) {
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException(name);
    }
    return line.substring(name.length());
  }
}
