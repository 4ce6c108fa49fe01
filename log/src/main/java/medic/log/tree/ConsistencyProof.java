package medic.log.tree;

import java.util.Iterator;
import java.util.List;

/**
 * That a tree is the beginning of a larger one, verified as RFC 9162 section 2.1.4.2 says. Every
 * tree begins with the one of no leaves, and is its own beginning: both need no hashes.
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /** Whether it leads from the older root to the newer one. */
  public boolean holds(Hash older, Hash newer) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == 0 || from == to) {
      return hashes.isEmpty() && older.equals(from == 0 ? Hash.ofNothing() : newer);
    }
    Iterator<Hash> rest = hashes.iterator();
    boolean olderIsFull = Long.bitCount(from) == 1;
    if (!olderIsFull && !rest.hasNext()) {
      return false;
    }
    return climb(olderIsFull ? older : rest.next(), rest, older, newer);
  }

  private boolean climb(Hash start, Iterator<Hash> rest, Hash older, Hash newer) {
    int full = Long.numberOfTrailingZeros(from);
    long at = (from - 1) >> full;
    long last = (to - 1) >> full;
    Hash olderReached = start;
    Hash newerReached = start;
    while (rest.hasNext()) {
      Hash next = rest.next();
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        olderReached = Hash.ofNode(next, olderReached);
        newerReached = Hash.ofNode(next, newerReached);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        newerReached = Hash.ofNode(newerReached, next);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && olderReached.equals(older) && newerReached.equals(newer);
  }
}
