package medic.log.tree;

/** Where the hashes of full subtrees come from. */
public interface Subtrees {

  /**
   * The root over the leaves from {@code place * 2^height}, {@code 2^height} of them; height 0 asks
   * for a leaf.
   */
  Hash root(int height, long place);
}
