package medic.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A stretch of time [from, to) as it was asked for; an absent end means the usual one. */
public record TimeRange(@Nullable TimeBound from, @Nullable TimeBound to) {

  /** Between two instants. */
  public record Window(Instant from, Instant to) {}

  public static TimeRange parse(@Nullable String from, @Nullable String to) {
    return new TimeRange(TimeBound.parse("from", from), TimeBound.parse("to", to));
  }

  /**
   * In a zone: from {@code now} and for the usual length where not said.
   *
   * @throws QueryRefused when it ends before it starts or is longer than {@code longest}
   */
  public Window in(ZoneId zone, Instant now, Duration usual, Duration longest) {
    Instant start = from == null ? now : from.startIn(zone);
    Instant end = to == null ? start.plus(usual) : to.endIn(zone);
    if (!start.isBefore(end)) {
      throw new QueryRefused(
          HttpStatus.BAD_REQUEST, "RANGE_EMPTY", "The range ends before it starts.", "to");
    }
    // an inclusive last day and a longer day in autumn are no reason to refuse
    if (Duration.between(start, end).compareTo(longest.plusHours(25)) > 0) {
      throw new QueryRefused(
          HttpStatus.BAD_REQUEST,
          "RANGE_TOO_LONG",
          "Ask for at most " + Objects.requireNonNull(longest).toDays() + " days at a time.",
          "to");
    }
    return new Window(start, end);
  }
}
