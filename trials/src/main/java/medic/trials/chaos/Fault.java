package medic.trials.chaos;

import java.io.IOException;
import java.sql.SQLException;
import medic.trials.cluster.Cluster;

/** Something that goes wrong, and is mended after a while. */
interface Fault {

  /** As it is told in the plan. */
  String name();

  /** What makes it happen; one that lasts goes on until {@link #end}. */
  void begin(Cluster cluster) throws IOException, SQLException;

  /** Mends it; what mends itself needs nothing. */
  default void end(Cluster cluster) throws IOException, SQLException {}

  /** Whether it can be made to happen on this machine. */
  default boolean isPossible(Cluster cluster) {
    return true;
  }

  /** Whether no server reaches its database while it lasts: readiness has to say so. */
  default boolean takesDatabaseFrom(String node) {
    return false;
  }
}
