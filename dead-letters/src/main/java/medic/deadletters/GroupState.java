package medic.deadletters;

import java.time.Duration;

/**
 * How a group does.
 *
 * @param eventsBehind how many positions lie before it
 * @param behind for how long at least it has not reached what was then the end of the log
 * @param parked how many events it could not handle, with those that wait behind them
 * @param lag what to make of it
 */
public record GroupState(String group, long eventsBehind, Duration behind, long parked, Lag lag) {

  /** How far behind is far. */
  public enum Lag {
    /** As far as anybody would notice. */
    NONE,
    /** Behind by more than usual, which somebody should look at. */
    BEHIND,
    /** So far behind that what it tells is not worth being told. */
    FAR_BEHIND
  }
}
