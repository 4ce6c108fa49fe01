package medic.log.note;

/** Whoever holds a log's key signs with it: checkpoints, exports, receipts. */
public interface Signer {

  /**
   * A signed note (C2SP): the text, an empty line, a signature line.
   *
   * @param text lines, each ended by a line feed; the first says what kind of text it is, so that a
   *     signature for one purpose serves no other
   * @throws IllegalArgumentException when the text is empty, not so ended, or has control
   *     characters
   */
  String sign(String text);

  /** Whoever has this can tell that it was signed here. */
  VerifierKey verifier();
}
