package medic.query.rebuild;

/** Work at a rebuild ends here, and not because it failed. */
final class Stopped extends RuntimeException {

  /** Who or what ended it. */
  enum Why {
    /** It was cancelled: nothing is to be left of it. */
    CANCELLED,
    /** Another node works at it. */
    LOST,
    /** It is paused: whoever is free goes on once it is resumed. */
    PAUSED,
    /** This node goes down: another one, or its next start, goes on. */
    SHUTDOWN
  }

  private final Why why;

  Stopped(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
