package medic.availability;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import medic.availability.Usage.Edge;

/** Adds up what is offered and taken from one edge to the next. */
final class UsageSweep {

  private final List<Edge> edges;
  private final TreeMap<Integer, Integer> open = new TreeMap<>();
  private int visits;
  private long offered;
  private long taken;

  UsageSweep(List<Edge> edges) {
    this.edges = edges;
    edges.sort(Comparator.comparingLong(Edge::at));
  }

  Usage usage() {
    long since = Long.MIN_VALUE;
    for (Edge edge : edges) {
      if (!open.isEmpty()) {
        long length = edge.at() - since;
        offered += length * open.lastKey();
        taken += length * visits;
      }
      apply(edge);
      since = edge.at();
    }
    return new Usage(offered, taken);
  }

  private void apply(Edge edge) {
    if (edge.capacity() == Edge.VISIT) {
      visits += edge.change();
    } else if (open.merge(edge.capacity(), edge.change(), Integer::sum) == 0) {
      open.remove(edge.capacity());
    }
  }
}
