package medic.query.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the making of a read model stands, or ended.
 *
 * @param cause {@code asked}, or {@code version} where an earlier version of the program had made
 *     it
 * @param progress of the log, from 0 to 1
 * @param etaSeconds how long it may take still; absent where nobody can tell
 * @param parked how many events could not be handled, with those that wait behind them
 * @param lockedMillis how long readers waited at the switch at most; absent before it
 * @param failure the kind of fault it failed of; absent unless it failed
 */
public record RebuildView(
    RebuildState state,
    boolean paused,
    String cause,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long events,
    long position,
    long head,
    double progress,
    double eventsPerSecond,
    @Nullable Long etaSeconds,
    long parked,
    @Nullable Double lockedMillis,
    @Nullable String failure) {

  static RebuildView of(Rebuild of) {
    double rate = of.eventsPerSecond();
    boolean knows = !of.state().isOver() && rate > 0 && of.head() >= 0;
    return new RebuildView(
        of.state(),
        of.wanted() == Wanted.PAUSE && !of.state().isOver(),
        of.cause(),
        of.requestedAt(),
        of.startedAt(),
        of.endedAt(),
        of.events(),
        of.position(),
        of.head(),
        progress(of),
        Math.round(rate),
        knows ? Math.round((of.head() - of.position()) / rate) : null,
        of.parked(),
        of.lockedMillis(),
        of.failure());
  }

  private static double progress(Rebuild of) {
    if (of.state() == RebuildState.DONE) {
      return 1;
    }
    double share = of.head() < 0 ? 0 : (of.position() + 1.0) / (of.head() + 1.0);
    return Math.round(Math.min(1, share) * 1_000) / 1_000.0;
  }
}
