package medic.log.tree;

import java.util.List;

/**
 * That a leaf stands at an index of a tree, verified as RFC 9162 section 2.1.3.2 says.
 *
 * @param hashes from the leaf's neighbour upwards
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /** Whether it leads from this leaf to this root. */
  public boolean holds(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long at = index;
    long last = size - 1;
    Hash reached = leaf;
    for (Hash next : hashes) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        reached = Hash.ofNode(next, reached);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        reached = Hash.ofNode(reached, next);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && reached.equals(root);
  }
}
