package medic.trials.chaos;

import java.util.List;

/** Something that must hold, whatever failed. */
interface Check {

  String name();

  /** What does not hold, each as a sentence; empty when all does. */
  List<String> findings(ChaosEvidence evidence) throws Exception;

  /** Whether it could be made the last time. */
  default boolean wasMade() {
    return true;
  }
}
