package medic.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import medic.http.ApiException;
import org.jspecify.annotations.Nullable;

/** An end of an asked range: an instant, or a civil date whose zone the asked object tells. */
public record TimeBound(@Nullable Instant instant, @Nullable LocalDate date) {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  public static @Nullable TimeBound parse(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return sane(field, read(text));
    } catch (DateTimeException malformed) {
      throw ApiException.badField(
          field, "MALFORMED", "Give an instant like 2026-12-01T08:00:00Z or a date.");
    }
  }

  private static TimeBound read(String text) {
    return text.indexOf('T') < 0
        ? new TimeBound(null, LocalDate.parse(text))
        : new TimeBound(Instant.parse(text), null);
  }

  private static TimeBound sane(String field, TimeBound bound) {
    Instant at = bound.startIn(ZoneId.of("UTC"));
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw ApiException.badField(field, "OUT_OF_RANGE", "Ask for a time from 1900 to 2199.");
    }
    return bound;
  }

  /** As the beginning of a range. */
  public Instant startIn(ZoneId zone) {
    return date == null ? exact() : date.atStartOfDay(zone).toInstant();
  }

  /** As the exclusive end of a range: a civil date is part of it. */
  public Instant endIn(ZoneId zone) {
    return date == null ? exact() : date.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Instant exact() {
    if (instant == null) {
      throw new IllegalStateException("neither an instant nor a date");
    }
    return instant;
  }
}
