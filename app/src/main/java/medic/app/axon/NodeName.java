package medic.app.axon;

import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What this node claims its share of the work under. No other may bear it: whoever finds its own
 * name on a claim takes the work for its own. Process and host are there for whoever looks into the
 * tables, and do not suffice: the first process of every container has one number, and containers
 * may share a host's name.
 */
record NodeName(String value) {

  private static final int CHANCE_BYTES = 8;

  static NodeName ofThisProcess(RandomGenerator random) {
    byte[] chance = new byte[CHANCE_BYTES];
    random.nextBytes(chance);
    return new NodeName(
        ManagementFactory.getRuntimeMXBean().getName() + "-" + HexFormat.of().formatHex(chance));
  }
}
