package medic.log.note;

import java.util.ArrayList;
import java.util.List;
import medic.log.tree.Hash;
import medic.log.tree.InclusionProof;

/**
 * A leaf's place and the checkpoint that covers it, in the form of C2SP's tlog-proof: verifiable
 * without asking anybody.
 */
public record TlogProof(InclusionProof inclusion, Checkpoint.Signed checkpoint) {

  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";

  /**
   * @throws IllegalArgumentException when it is no such text
   * @throws UnsignedException when the log did not sign the checkpoint
   */
  public static TlogProof open(String text, VerifierKey key) throws UnsignedException {
    int end = text.indexOf("\n\n");
    List<String> lines = end < 0 ? List.of() : List.of(text.substring(0, end).split("\n", -1));
    if (lines.size() < 2 || !lines.get(0).equals(HEAD) || !lines.get(1).startsWith(INDEX)) {
      throw new IllegalArgumentException("not a proof of a log");
    }
    Checkpoint.Signed checkpoint = Checkpoint.open(text.substring(end + 2), key);
    long index = Long.parseLong(lines.get(1).substring(INDEX.length()));
    List<Hash> hashes = lines.stream().skip(2).map(Hash::parse).toList();
    return new TlogProof(new InclusionProof(index, checkpoint.size(), hashes), checkpoint);
  }

  /** Whether the log holds this leaf there. */
  public boolean holds(Hash leaf) {
    return inclusion.holds(leaf, checkpoint.root());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of(HEAD, INDEX + inclusion.index()));
    inclusion.hashes().forEach(hash -> lines.add(hash.base64()));
    return String.join("\n", lines) + "\n\n" + checkpoint.note();
  }
}
