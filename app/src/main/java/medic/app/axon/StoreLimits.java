package medic.app.axon;

/** How long an append may take, and how long readers wait for one that has only left a gap. */
final class StoreLimits {

  /** An append that takes longer is given up, by the server as well. */
  static final int APPEND_SECONDS = 10;

  /** A gap older than this is nobody's: it must be longer than an append can take. */
  static final int GAP_MILLIS = 30_000;

  /** Readers clean their token once it names more gaps than this. */
  static final int GAPS_BEFORE_CLEANING = 50;

  private StoreLimits() {}
}
