package medic.availability;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a kind of visit lets its patients change one that is booked.
 *
 * @param movedByPatients whether they may move it at all
 * @param minNoticeMinutes how long before its start it is still changed
 * @param mostMoves how often it is moved; null when unlimited
 */
public record ChangeRules(
    boolean movedByPatients, int minNoticeMinutes, @Nullable Integer mostMoves) {

  /** Until when a visit that starts then is changed: before this instant it is, after it not. */
  public Instant until(Instant startsAt) {
    return startsAt.minus(Duration.ofMinutes(minNoticeMinutes));
  }

  /** A visit that starts is changed no more, however little notice is asked for. */
  public boolean isTooLate(Instant startsAt, Instant now) {
    return now.isAfter(until(startsAt)) || !now.isBefore(startsAt);
  }

  public boolean isMovedOften(int moves) {
    return mostMoves != null && moves >= mostMoves;
  }

  /** How often a visit may still be moved; null when unlimited. */
  public @Nullable Integer movesLeft(int moves) {
    return mostMoves == null ? null : Integer.valueOf(Math.max(0, mostMoves - moves));
  }
}
