package medic.log.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tree over the first {@code size} leaves: RFC 6962 section 2.1, recursive as it is there. */
public final class Tree {

  private final Subtrees subtrees;
  private final long size;

  public Tree(Subtrees subtrees, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no " + size + " leaves");
    }
    this.subtrees = subtrees;
    this.size = size;
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return size == 0 ? Hash.ofNothing() : root(0, size);
  }

  /** The roots of the largest full subtrees from the left: what a tree grows on from. */
  public Frontier frontier() {
    List<Hash> peaks = new ArrayList<>();
    for (long from = 0, left = size; left > 0; ) {
      long part = Long.highestOneBit(left);
      peaks.add(root(from, part));
      from += part;
      left -= part;
    }
    return new Frontier(size, peaks);
  }

  /**
   * That the leaf at this index is part of the tree.
   *
   * @throws IndexOutOfBoundsException when it is not
   */
  public InclusionProof inclusion(long index) {
    Objects.checkIndex(index, size);
    List<Hash> path = new ArrayList<>();
    path(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /**
   * That the tree over the first {@code older} leaves grew into this one.
   *
   * @throws IndexOutOfBoundsException when there were never so many leaves
   */
  public ConsistencyProof consistency(long older) {
    if (older < 0 || older > size) {
      throw new IndexOutOfBoundsException("there is no tree of " + older + " in one of " + size);
    }
    List<Hash> proof = new ArrayList<>();
    if (older > 0 && older < size) {
      subproof(older, 0, size, true, proof);
    }
    return new ConsistencyProof(older, size, proof);
  }

  /** Over n leaves from a place that is a multiple of every power of two up to n. */
  private Hash root(long from, long n) {
    if (Long.bitCount(n) == 1) {
      int height = Long.numberOfTrailingZeros(n);
      return subtrees.root(height, from >> height);
    }
    long left = leftOf(n);
    return Hash.ofNode(root(from, left), root(from + left, n - left));
  }

  /** The largest power of two below n. */
  private static long leftOf(long n) {
    return Long.highestOneBit(n - 1);
  }

  private void path(long index, long from, long n, List<Hash> path) {
    if (n == 1) {
      return;
    }
    long left = leftOf(n);
    if (index < left) {
      path(index, from, left, path);
      path.add(root(from + left, n - left));
    } else {
      path(index - left, from + left, n - left, path);
      path.add(root(from, left));
    }
  }

  private void subproof(long older, long from, long n, boolean whole, List<Hash> proof) {
    if (older == n) {
      if (!whole) {
        proof.add(root(from, n));
      }
      return;
    }
    long left = leftOf(n);
    if (older <= left) {
      subproof(older, from, left, whole, proof);
      proof.add(root(from + left, n - left));
    } else {
      subproof(older - left, from + left, n - left, false, proof);
      proof.add(root(from, left));
    }
  }
}
