package medic.trials.chaos;

import java.io.IOException;
import java.time.Duration;
import medic.trials.cluster.Cluster;
import medic.trials.cluster.FaultProxy;
import medic.trials.cluster.Node;

/** What happens to one server. */
record ServerFault(Kind kind, int node) implements Fault {

  enum Kind {
    KILLED,
    FROZEN,
    CUT_OFF,
    SLOWED,
    SILENCED,
    HALF_OPEN,
    REFUSED,
    CLOCK_AHEAD,
    CLOCK_BEHIND
  }

  /** Within what nodes may differ by. */
  private static final Duration SKEW = Duration.ofSeconds(4);

  @Override
  public String name() {
    return "node-" + (node + 1) + " " + Words.of(kind);
  }

  @Override
  public boolean takesDatabaseFrom(String name) {
    boolean takes =
        switch (kind) {
          case SILENCED, HALF_OPEN, REFUSED -> true;
          case KILLED, FROZEN, CUT_OFF, SLOWED, CLOCK_AHEAD, CLOCK_BEHIND -> false;
        };
    return takes && name.equals("node-" + (node + 1));
  }

  @Override
  public void begin(Cluster cluster) throws IOException {
    Node hit = cluster.nodes().get(node);
    switch (kind) {
      case KILLED -> hit.kill();
      case FROZEN -> hit.freeze();
      case CUT_OFF -> hit.database().cut();
      case SLOWED -> hit.database().weather(FaultProxy.Weather.SLOW);
      case SILENCED -> hit.database().weather(FaultProxy.Weather.SILENT);
      case HALF_OPEN -> hit.database().weather(FaultProxy.Weather.HALF_OPEN);
      case REFUSED -> {
        hit.database().weather(FaultProxy.Weather.REFUSING);
        hit.database().cut();
      }
      case CLOCK_AHEAD -> hit.clockAhead(SKEW);
      case CLOCK_BEHIND -> hit.clockAhead(SKEW.negated());
    }
  }

  @Override
  public void end(Cluster cluster) throws IOException {
    Node hit = cluster.nodes().get(node);
    switch (kind) {
      case KILLED -> hit.start();
      case FROZEN -> hit.thaw();
      case CUT_OFF -> {}
      case SLOWED, SILENCED, HALF_OPEN, REFUSED -> hit.database().weather(FaultProxy.Weather.CLEAR);
      case CLOCK_AHEAD, CLOCK_BEHIND -> hit.clockAhead(Duration.ZERO);
    }
  }
}
