package medic.log.note;

import medic.log.tree.Hash;

/**
 * The head of a log, in the form of C2SP's tlog-checkpoint: the log's name, the number of its
 * leaves, the root over them.
 */
public record Checkpoint(String origin, long size, Hash root) {

  private static final int LINES = 3;

  /** The checkpoint and the note that it was signed in. */
  public record Signed(Checkpoint checkpoint, String note) {

    public long size() {
      return checkpoint.size();
    }

    public Hash root() {
      return checkpoint.root();
    }
  }

  public static Signed sign(long size, Hash root, Signer signer) {
    Checkpoint checkpoint = new Checkpoint(signer.verifier().name(), size, root);
    return new Signed(checkpoint, signer.sign(checkpoint.text()));
  }

  /**
   * Reads a note that the log signed.
   *
   * @throws UnsignedException when it did not sign it, or signed something else there
   */
  public static Signed open(String note, VerifierKey key) throws UnsignedException {
    try {
      Checkpoint checkpoint = parse(SignedNote.parse(note).text(key));
      if (!checkpoint.origin.equals(key.name())) {
        throw new UnsignedException("a checkpoint of " + checkpoint.origin);
      }
      return new Signed(checkpoint, note);
    } catch (IllegalArgumentException malformed) {
      throw new UnsignedException("not a checkpoint");
    }
  }

  private static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length <= LINES || !lines[1].matches("0|[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("not a checkpoint");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.parse(lines[2]));
  }

  String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }
}
