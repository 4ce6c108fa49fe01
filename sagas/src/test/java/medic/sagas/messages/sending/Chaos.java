package medic.sagas.messages.sending;

/** Kills the process at a chosen one of the steps that follow, by an error that nobody catches. */
final class Chaos {

  /** The process is gone. */
  static final class Killed extends Error {
    Killed(String where) {
      super(where, null, false, false);
    }
  }

  private int stepsLeft = -1;
  private int kills;

  void killAfter(int steps) {
    stepsLeft = steps;
  }

  void never() {
    stepsLeft = -1;
  }

  int kills() {
    return kills;
  }

  void step(String where) {
    if (stepsLeft >= 0 && stepsLeft-- == 0) {
      kills++;
      throw new Killed(where);
    }
  }
}
