package medic.log.tree;

import java.util.ArrayList;
import java.util.List;

/** A tree that grows by leaves, of which it holds no more than the roots of its full parts. */
public final class Frontier {

  private final List<Hash> peaks;
  private long size;

  /** A tree without leaves. */
  public Frontier() {
    this(0, List.of());
  }

  Frontier(long size, List<Hash> peaks) {
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  public void add(Hash leaf) {
    Hash full = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      full = Hash.ofNode(peaks.remove(peaks.size() - 1), full);
    }
    peaks.add(full);
    size++;
  }

  public long size() {
    return size;
  }

  public Hash root() {
    if (peaks.isEmpty()) {
      return Hash.ofNothing();
    }
    Hash root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = Hash.ofNode(peaks.get(i), root);
    }
    return root;
  }
}
