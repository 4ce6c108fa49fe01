package medic.log.store;

import java.util.ArrayList;
import java.util.List;
import medic.log.tree.Hash;

/** Full blocks of 256 hashes, whose roots are kept so that a proof reads few rows. */
final class Blocks {

  /** A block's height in the tree. */
  static final int HEIGHT = 8;

  static final int SIZE = 1 << HEIGHT;

  private Blocks() {}

  /** Over a power of two of hashes. */
  static Hash root(List<Hash> hashes) {
    List<Hash> row = hashes;
    while (row.size() > 1) {
      row = pairs(row);
    }
    return row.get(0);
  }

  /** The row above, without what has no neighbour yet. */
  static List<Hash> pairs(List<Hash> row) {
    List<Hash> above = new ArrayList<>(row.size() / 2);
    for (int i = 1; i < row.size(); i += 2) {
      above.add(Hash.ofNode(row.get(i - 1), row.get(i)));
    }
    return above;
  }

  /** Of each full block in a row that begins with a block. */
  static List<Hash> roots(List<Hash> hashes) {
    List<Hash> roots = new ArrayList<>();
    for (int end = SIZE; end <= hashes.size(); end += SIZE) {
      roots.add(root(hashes.subList(end - SIZE, end)));
    }
    return roots;
  }
}
