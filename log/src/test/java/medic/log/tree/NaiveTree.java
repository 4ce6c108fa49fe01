package medic.log.tree;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1, word for word, over all leaves in memory: the oracle. */
final class NaiveTree {

  private NaiveTree() {}

  static Hash mth(List<byte[]> d) {
    if (d.isEmpty()) {
      return Hash.ofNothing();
    }
    if (d.size() == 1) {
      return Hash.ofLeaf(d.get(0));
    }
    int k = k(d.size());
    return Hash.ofNode(mth(d.subList(0, k)), mth(d.subList(k, d.size())));
  }

  static List<Hash> path(int m, List<byte[]> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = k(d.size());
    return m < k
        ? then(path(m, d.subList(0, k)), mth(d.subList(k, d.size())))
        : then(path(m - k, d.subList(k, d.size())), mth(d.subList(0, k)));
  }

  static List<Hash> proof(int m, List<byte[]> d) {
    return subproof(m, d, true);
  }

  private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
    if (m == d.size()) {
      return b ? List.of() : List.of(mth(d));
    }
    int k = k(d.size());
    return m <= k
        ? then(subproof(m, d.subList(0, k), b), mth(d.subList(k, d.size())))
        : then(subproof(m - k, d.subList(k, d.size()), false), mth(d.subList(0, k)));
  }

  /** The largest power of two smaller than n. */
  private static int k(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> then(List<Hash> hashes, Hash last) {
    List<Hash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }

  /** Full subtrees, made anew each time. */
  static Subtrees subtrees(List<byte[]> d) {
    return (height, place) ->
        mth(d.subList((int) (place << height), (int) ((place + 1) << height)));
  }
}
