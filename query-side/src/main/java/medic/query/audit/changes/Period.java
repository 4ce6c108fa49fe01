package medic.query.audit.changes;

import java.time.Instant;
import java.time.ZoneOffset;
import medic.http.ApiException;
import medic.query.web.QueryRefused;
import medic.query.web.TimeBound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Two instants to compare: what happened at {@code from} had happened, as had that at {@code to}.
 */
public record Period(Instant from, Instant to) {

  /**
   * As it was asked for: instants, or civil dates of UTC, the last one as far as it has come.
   *
   * @param to null for now
   * @throws ApiException 400 when it lies in the future or ends before it begins
   */
  public static Period parse(String from, @Nullable String to, Instant now) {
    TimeBound first = past("from", from, now);
    TimeBound last = past("to", to, now);
    if (first == null) {
      throw ApiException.badField("from", "REQUIRED", "Give the instant to compare with.");
    }
    Instant since = first.startIn(ZoneOffset.UTC);
    Instant until = last == null ? now : earlier(last.endIn(ZoneOffset.UTC), now);
    if (until.isBefore(since)) {
      throw new QueryRefused(
              HttpStatus.BAD_REQUEST, "RANGE_EMPTY", "The range ends before it starts.", "to")
          .toProblem();
    }
    return new Period(since, until);
  }

  private static @Nullable TimeBound past(String field, @Nullable String text, Instant now) {
    TimeBound bound = TimeBound.parse(field, text);
    if (bound != null && bound.startIn(ZoneOffset.UTC).isAfter(now)) {
      throw ApiException.badField(field, "IN_THE_FUTURE", "Nobody knows yet: ask for the past.");
    }
    return bound;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
